package dev.fermata.scoreflow;

import dev.fermata.account.RateLimit;
import dev.fermata.account.RateLimitType;
import dev.fermata.option.NumberType;
import dev.fermata.option.Option;
import java.time.Duration;
import java.util.List;

/** The definitions of ScoreFlow's options; {@link ScoreFlowOptions} holds their values. */
public final class ScoreFlowOption {
    static final Option<RateLimit.Rule> SUBMISSIONS = Option.of(
                    "scoreflow-rate-limit",
                    new RateLimitType(),
                    "N/TIME",
                    "ScoreFlow's limit for submissions, or none.")
            .setBy("ScoreFlowOptions.withSubmissions")
            .defaultingTo(new RateLimit.Rule(60, Duration.ofMinutes(1)));

    static final Option<RateLimit.Rule> POLLS = Option.of(
                    "scoreflow-poll-limit",
                    new RateLimitType(),
                    "N/TIME",
                    "ScoreFlow's limit for polls and downloads, or none.")
            .setBy("ScoreFlowOptions.withPolls")
            .defaultingTo(new RateLimit.Rule(600, Duration.ofMinutes(1)));

    static final Option<Integer> REQUESTS_A_DAY = Option.of(
                    "scoreflow-daily-limit",
                    NumberType.ints(1, Integer.MAX_VALUE).withNone(),
                    "N",
                    "ScoreFlow's limit for all requests of a day.")
            .setBy("ScoreFlowOptions.withRequestsADay");

    private ScoreFlowOption() {}

    /** All of them. */
    public static List<Option<?>> all() {
        return List.of(SUBMISSIONS, POLLS, REQUESTS_A_DAY);
    }
}
