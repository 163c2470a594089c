package dev.fermata.scoreflow;

import dev.fermata.account.RateLimit;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
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
        Duration minute = Duration.ofMinutes(1);
        return new ScoreFlowOptions(new RateLimit.Rule(60, minute), new RateLimit.Rule(600, minute), Optional.empty());
    }

    /** The same with another limit for submissions. */
    public ScoreFlowOptions withSubmissions(RateLimit.Rule rule) {
        return new ScoreFlowOptions(rule, polls, daily);
    }

    /** The same with another limit for polls and downloads. */
    public ScoreFlowOptions withPolls(RateLimit.Rule rule) {
        return new ScoreFlowOptions(submissions, rule, daily);
    }

    /** The same with so many requests a day. */
    public ScoreFlowOptions withRequestsADay(int requests) {
        return new ScoreFlowOptions(submissions, polls, Optional.of(new RateLimit.Rule(requests, Duration.ofDays(1))));
    }
}
