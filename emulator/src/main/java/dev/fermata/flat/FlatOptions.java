package dev.fermata.flat;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.job.order.Limits;
import dev.fermata.job.order.Order;
import java.time.Duration;
import java.util.Locale;
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
            check("files", files, 1_000);
            check("pages", pages, 10_000);
            check("parallel jobs", parallelJobs, Integer.MAX_VALUE);
            check("bytes of a file", fileBytes, 1 << 30);
            check("days of retention", retentionDays, 3_650);
        }

        /** How large a request may be that brings all files of a job in Base64. */
        public long mostRequestBytes() {
            return files * EmbeddedFile.mostRequestBytes(fileBytes);
        }

        /** What becomes of a job, whether or not a score comes of it. */
        public Order.Terms terms(boolean library) {
            return new Order.Terms(
                    FlatRules.TARIFF,
                    new Limits(files, pages, parallelJobs),
                    library ? Optional.empty() : Optional.of(Duration.ofDays(retentionDays)));
        }

        private static void check(String what, long value, long most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(
                        "the " + what + " of an OMR job are from 1 to " + most + ", not " + value);
            }
        }
    }

    public FlatOptions {
        CreditLedger.requireInRange("allowance", allowance);
        if (locale.filter(tag -> Locale.forLanguageTag(tag).getLanguage().isEmpty())
                .isPresent()) {
            throw new IllegalArgumentException("a locale is a BCP 47 tag, not " + locale.get());
        }
    }

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
        Duration hour = Duration.ofHours(1);
        return new FlatOptions(
                new RateLimit.Rule(7_200, hour),
                new RateLimit.Rule(1_800, hour),
                50L << 20,
                new OmrLimits(20, 100, 10, 50L << 20, 30),
                new OmrLimits(5, 10, 1, 20L << 20, 30),
                0,
                Optional.empty());
    }

    /** How much an OMR job may be with this plan; that of callers without an account is the free one. */
    public OmrLimits omrWith(Plan plan) {
        return plan == Plan.FREE ? freeOmr : omr;
    }

    /** The same with another limit for tokens. */
    public FlatOptions withRequests(RateLimit.Rule rule) {
        return new FlatOptions(rule, requestsByAddress, mostFileBytes, omr, freeOmr, allowance, locale);
    }

    /** The same with another limit for addresses. */
    public FlatOptions withRequestsByAddress(RateLimit.Rule rule) {
        return new FlatOptions(requests, rule, mostFileBytes, omr, freeOmr, allowance, locale);
    }

    /** The same with other OMR jobs, whatever the plan. */
    public FlatOptions withOmr(OmrLimits limits) {
        return withOmr(limits, limits);
    }

    /** The same with other OMR jobs, and others again with the free plan. */
    public FlatOptions withOmr(OmrLimits limits, OmrLimits free) {
        return new FlatOptions(requests, requestsByAddress, mostFileBytes, limits, free, allowance, locale);
    }

    /** The same with so many credits each month. */
    public FlatOptions withAllowance(int credits) {
        return new FlatOptions(requests, requestsByAddress, mostFileBytes, omr, freeOmr, credits, locale);
    }

    /** The same with accounts that have chosen this language. */
    public FlatOptions withLocale(String tag) {
        return new FlatOptions(requests, requestsByAddress, mostFileBytes, omr, freeOmr, allowance, Optional.of(tag));
    }
}
