package dev.fermata.scoreflow;

import dev.fermata.account.RateLimit;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.job.order.Tariff;
import dev.fermata.option.Values;
import java.time.Duration;
import java.util.Optional;

/**
 * ScoreFlow's own numbers.
 *
 * @param submissions how many conversions a key may submit
 * @param polls how many status requests and downloads a key may make
 * @param daily how many requests of any kind a key may make a day; no limit when empty
 */
public record ScoreFlowOptions(RateLimit.Rule submissions, RateLimit.Rule polls, Optional<RateLimit.Rule> daily) {
    /** Throws {@link IllegalArgumentException} if a value is out of range. */
    public ScoreFlowOptions {
        ScoreFlowOption.SUBMISSIONS.checked(submissions);
        ScoreFlowOption.POLLS.checked(polls);
    }

    /** What a conversion costs. */
    @Documented(behaviour = "One credit for up to five pages, rounded up", source = "Rate Limits & Policies, Credits")
    public static final Tariff TARIFF = new Tariff(1, 5);

    /** How large a PDF may be. */
    @Documented(behaviour = "A PDF may have 10 MB", source = "Rate Limits & Policies, File Limitations")
    @Assumed(behaviour = "10 MB are 10,485,760 bytes", reason = "the vendor does not say which megabyte it means")
    public static final long MOST_FILE_BYTES = 10L << 20;

    /** The limit that ScoreFlow publishes, a lenient one for polling, and none for the day. */
    @Documented(behaviour = "60 submissions a minute and key", source = "Rate Limits & Policies, Rate Limits")
    @Assumed(
            behaviour = "600 polls and downloads a minute and key",
            reason = "the vendor calls the limit of polling more lenient, without a number")
    @Assumed(
            behaviour = "No daily limit unless asked for",
            reason = "the vendor says that one may apply, without a number")
    public static ScoreFlowOptions defaults() {
        return new ScoreFlowOptions(
                ScoreFlowOption.SUBMISSIONS.inJava().orElseThrow(),
                ScoreFlowOption.POLLS.inJava().orElseThrow(),
                Optional.empty());
    }

    /** The same with another limit for submissions. Throws {@link IllegalArgumentException} if it is out of range. */
    public ScoreFlowOptions withSubmissions(RateLimit.Rule rule) {
        return with(Values.NONE.with(ScoreFlowOption.SUBMISSIONS, rule));
    }

    /** The same with another limit for polls and downloads. Throws as {@link #withSubmissions} does. */
    public ScoreFlowOptions withPolls(RateLimit.Rule rule) {
        return with(Values.NONE.with(ScoreFlowOption.POLLS, rule));
    }

    /** The same with at most this many requests a day, at least 1. Throws as {@link #withSubmissions} does. */
    public ScoreFlowOptions withRequestsADay(int requests) {
        return with(Values.NONE.with(ScoreFlowOption.REQUESTS_A_DAY, requests));
    }

    /** The same, but for the options that are set here. */
    public ScoreFlowOptions with(Values set) {
        return new ScoreFlowOptions(
                set.find(ScoreFlowOption.SUBMISSIONS).orElse(submissions),
                set.find(ScoreFlowOption.POLLS).orElse(polls),
                set.find(ScoreFlowOption.REQUESTS_A_DAY)
                        .map(ScoreFlowOptions::ofADay)
                        .orElse(daily));
    }

    private static Optional<RateLimit.Rule> ofADay(int requests) {
        return Optional.of(requests)
                .filter(limit -> limit < Integer.MAX_VALUE)
                .map(limit -> new RateLimit.Rule(limit, Duration.ofDays(1)));
    }
}
