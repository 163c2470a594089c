package dev.fermata.flat;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.RateLimit;
import dev.fermata.account.RateLimitType;
import dev.fermata.option.NumberType;
import dev.fermata.option.Option;
import dev.fermata.option.OptionType;
import dev.fermata.option.TextType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The definitions of Flat's options; {@link FlatOptions} holds their values. */
public final class FlatOption {
    /**
     * A limit of OMR jobs, whose default depends on the plan.
     *
     * @param usual the default with any plan but the free one
     * @param free the default with the free plan
     */
    record OmrOption<T>(Option<T> option, T usual, T free) {}

    static final Option<RateLimit.Rule> REQUESTS = Option.of(
                    "flat-rate-limit",
                    new RateLimitType(),
                    "N/TIME",
                    "Flat's limit for a token, as 7200/1h or 5/2s, or none.")
            .setBy("FlatOptions.withRequests")
            .defaultingTo(new RateLimit.Rule(7_200, Duration.ofHours(1)));

    static final Option<RateLimit.Rule> REQUESTS_BY_ADDRESS = Option.of(
                    "flat-address-rate-limit",
                    new RateLimitType(),
                    "N/TIME",
                    "Flat's limit for an address without a token, or none.")
            .setBy("FlatOptions.withRequestsByAddress")
            .defaultingTo(new RateLimit.Rule(1_800, Duration.ofHours(1)));

    static final OmrOption<Integer> FILES = omr(
            "omr-max-files",
            "files",
            NumberType.ints(1, 1_000),
            "files",
            "How many files an OMR job of Flat's may have.",
            20,
            5);

    static final OmrOption<Integer> PAGES = omr(
            "omr-max-pages",
            "pages",
            NumberType.ints(1, 10_000),
            "pages",
            "How many pages an OMR job may have.",
            100,
            10);

    static final OmrOption<Integer> PARALLEL_JOBS = omr(
            "omr-max-parallel-jobs",
            "parallelJobs",
            NumberType.ints(1, Integer.MAX_VALUE).withNone(),
            "jobs",
            "How many OMR jobs of an account run at once, or none for no limit.",
            10,
            1);

    static final OmrOption<Long> FILE_BYTES = omr(
            "omr-max-file-size",
            "fileBytes",
            NumberType.longs(1, 1 << 30),
            "bytes",
            "How large a file of an OMR job may be.",
            50L << 20,
            20L << 20);

    static final OmrOption<Integer> RETENTION_DAYS = omr(
            "omr-retention-days",
            "retentionDays",
            NumberType.ints(1, 3_650),
            "days",
            "How long the data of an OMR job is kept.",
            30,
            30);

    static final Option<Integer> ALLOWANCE = Option.of(
                    "flat-allowance",
                    NumberType.ints(0, CreditLedger.MOST),
                    "N",
                    "The credits that a plan of Flat's grants each month, beside --credits.")
            .setBy("FlatOptions.withAllowance")
            .defaultingTo(0);

    static final Option<String> LOCALE = Option.of(
                    "flat-locale",
                    new TextType<>("a BCP 47 tag", FlatOption::tag, tag -> tag),
                    "TAG",
                    "The language that the accounts with Flat have chosen.")
            .setBy("FlatOptions.withLocale");

    private FlatOption() {}

    /** All of them. */
    public static List<Option<?>> all() {
        return List.of(
                REQUESTS,
                REQUESTS_BY_ADDRESS,
                FILES.option(),
                PAGES.option(),
                PARALLEL_JOBS.option(),
                FILE_BYTES.option(),
                RETENTION_DAYS.option(),
                ALLOWANCE,
                LOCALE);
    }

    private static <T> OmrOption<T> omr(
            String name, String component, OptionType<T> type, String unit, String description, T usual, T free) {
        String words =
                usual.equals(free) ? type.write(usual) : type.write(usual) + "; with the plan free " + type.write(free);
        Option<T> option = Option.of(name, type, unit.equals("bytes") ? "BYTES" : "N", description)
                .setBy("OmrLimits " + component)
                .in(unit)
                .otherwise(words);
        return new OmrOption<>(option, usual, free);
    }

    private static Optional<String> tag(String text) {
        return Optional.of(text)
                .filter(tag -> !Locale.forLanguageTag(tag).getLanguage().isEmpty());
    }
}
