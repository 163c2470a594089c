package dev.fermata.flat;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.job.order.Limits;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.option.Values;
import java.time.Duration;
import java.util.Optional;

/**
 * Flat's own numbers.
 *
 * @param requests how many requests a token may make
 * @param requestsByAddress how many an address may make without one
 * @param mostFileBytes how large an imported file may be
 * @param omr how much an OMR job may be, with any plan but the free one
 * @param freeOmr how much it may be with the free plan
 * @param allowance the credits that a plan grants each month, beside those that were bought; from 0 to
 *     {@link CreditLedger#MOST}
 * @param locale the language that the accounts have chosen, as a BCP 47 tag; empty where they have not
 */
public record FlatOptions(
        RateLimit.Rule requests,
        RateLimit.Rule requestsByAddress,
        long mostFileBytes,
        OmrLimits omr,
        OmrLimits freeOmr,
        int allowance,
        Optional<String> locale) {
    /**
     * How much an OMR job may be.
     *
     * @param files how many files, 1 to 1,000
     * @param pages how many pages all files may have together, 1 to 10,000
     * @param parallelJobs how many of an account's jobs may be under way at once, at least 1
     * @param fileBytes how large a file may be, 1 byte to 1 GB
     * @param retentionDays how long the files and results of {@code musicxml} jobs are kept, 1 to 3,650
     */
    public record OmrLimits(int files, int pages, int parallelJobs, long fileBytes, int retentionDays) {
        public OmrLimits {
            FlatOption.FILES.option().checked(files);
            FlatOption.PAGES.option().checked(pages);
            FlatOption.PARALLEL_JOBS.option().checked(parallelJobs);
            FlatOption.FILE_BYTES.option().checked(fileBytes);
            FlatOption.RETENTION_DAYS.option().checked(retentionDays);
        }

        /** How large a request may be that brings all files of a job in Base64. */
        public long mostRequestBytes() {
            return files * EmbeddedFile.mostRequestBytes(fileBytes);
        }

        /** What becomes of a job, whether or not a score comes of it. */
        public Order.Terms terms(boolean library) {
            return new Order.Terms(
                    TARIFF,
                    new Limits(files, pages, parallelJobs),
                    library ? Optional.empty() : Optional.of(Duration.ofDays(retentionDays)));
        }

        private OmrLimits with(Values set) {
            return new OmrLimits(
                    set.find(FlatOption.FILES.option()).orElse(files),
                    set.find(FlatOption.PAGES.option()).orElse(pages),
                    set.find(FlatOption.PARALLEL_JOBS.option()).orElse(parallelJobs),
                    set.find(FlatOption.FILE_BYTES.option()).orElse(fileBytes),
                    set.find(FlatOption.RETENTION_DAYS.option()).orElse(retentionDays));
        }
    }

    /** Throws {@link IllegalArgumentException} if a value is out of range. */
    public FlatOptions {
        FlatOption.REQUESTS.checked(requests);
        FlatOption.REQUESTS_BY_ADDRESS.checked(requestsByAddress);
        FlatOption.ALLOWANCE.checked(allowance);
        locale.ifPresent(FlatOption.LOCALE::checked);
    }

    /** What a recognition costs. */
    @Assumed(
            behaviour = "A recognition costs one credit a page",
            reason = "the vendor bills by page and names no price")
    public static final Tariff TARIFF = new Tariff(1, 1);

    /** How large a request may be that holds the largest file in Base64. */
    public long mostRequestBytes() {
        return EmbeddedFile.mostRequestBytes(mostFileBytes);
    }

    /** How large any request may be: the largest is an OMR job with all of its files. */
    public long mostBodyBytes() {
        return Math.max(mostRequestBytes(), Math.max(omr.mostRequestBytes(), freeOmr.mostRequestBytes()));
    }

    /** The limits that Flat publishes, and a file size of 50 MB. */
    @Documented(
            behaviour = "7,200 requests an hour with a token, 1,800 an hour and address without",
            source = "API Rate Limits")
    @Assumed(
            behaviour = "A window begins with the first request after the last one ended",
            reason = "the vendor says that windows reset, not when they begin")
    @Assumed(
            behaviour = "An imported file may have 50 MB; a larger one is answered 413",
            reason = "the vendor names no limit, and every server has one")
    @Assumed(
            behaviour =
                    "An OMR job may have 20 files of 50 MB, 100 pages, and 10 of them run at once; with the free plan 5 files"
                            + " of 20 MB, 10 pages, one at once; data is kept for 30 days",
            reason = "the vendor says that there are limits and where to read them, not what they are")
    @Assumed(
            behaviour = "An account has no monthly allowance, only bought credits, unless told otherwise",
            reason = "the vendor speaks of both and names no amounts; what does not renew is easier to count")
    @Assumed(
            behaviour =
                    "An allowance is renewed every month from an account's first call on, and what is left of it lapses",
            reason = "the vendor calls it periodic, and says that it resets")
    public static FlatOptions defaults() {
        return new FlatOptions(
                FlatOption.REQUESTS.inJava().orElseThrow(),
                FlatOption.REQUESTS_BY_ADDRESS.inJava().orElseThrow(),
                50L << 20,
                new OmrLimits(
                        FlatOption.FILES.usual(),
                        FlatOption.PAGES.usual(),
                        FlatOption.PARALLEL_JOBS.usual(),
                        FlatOption.FILE_BYTES.usual(),
                        FlatOption.RETENTION_DAYS.usual()),
                new OmrLimits(
                        FlatOption.FILES.free(),
                        FlatOption.PAGES.free(),
                        FlatOption.PARALLEL_JOBS.free(),
                        FlatOption.FILE_BYTES.free(),
                        FlatOption.RETENTION_DAYS.free()),
                FlatOption.ALLOWANCE.inJava().orElseThrow(),
                Optional.empty());
    }

    /** How much an OMR job may be with this plan; that of callers without an account is the free one. */
    public OmrLimits omrWith(Plan plan) {
        return plan == Plan.FREE ? freeOmr : omr;
    }

    /** The same with another limit for tokens. Throws {@link IllegalArgumentException} if it is out of range. */
    public FlatOptions withRequests(RateLimit.Rule rule) {
        return with(Values.NONE.with(FlatOption.REQUESTS, rule));
    }

    /** The same with another limit for addresses. Throws as {@link #withRequests} does. */
    public FlatOptions withRequestsByAddress(RateLimit.Rule rule) {
        return with(Values.NONE.with(FlatOption.REQUESTS_BY_ADDRESS, rule));
    }

    /** The same with other OMR jobs, whatever the plan. */
    public FlatOptions withOmr(OmrLimits limits) {
        return withOmr(limits, limits);
    }

    /** The same with other OMR jobs, and others again with the free plan. */
    public FlatOptions withOmr(OmrLimits limits, OmrLimits free) {
        return new FlatOptions(requests, requestsByAddress, mostFileBytes, limits, free, allowance, locale);
    }

    /**
     * The same with this many credits each month, from 0 to {@link CreditLedger#MOST}. Throws as {@link #withRequests}
     * does.
     */
    public FlatOptions withAllowance(int credits) {
        return with(Values.NONE.with(FlatOption.ALLOWANCE, credits));
    }

    /** The same with accounts that have chosen this language, a BCP 47 tag. Throws as {@link #withRequests} does. */
    public FlatOptions withLocale(String tag) {
        return with(Values.NONE.with(FlatOption.LOCALE, tag));
    }

    /** The same, but for the options that are set here. Limits of OMR jobs hold with every plan. */
    public FlatOptions with(Values set) {
        return new FlatOptions(
                set.find(FlatOption.REQUESTS).orElse(requests),
                set.find(FlatOption.REQUESTS_BY_ADDRESS).orElse(requestsByAddress),
                mostFileBytes,
                omr.with(set),
                freeOmr.with(set),
                set.find(FlatOption.ALLOWANCE).orElse(allowance),
                set.find(FlatOption.LOCALE).or(() -> locale));
    }
}
