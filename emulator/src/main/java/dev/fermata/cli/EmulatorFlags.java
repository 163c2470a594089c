package dev.fermata.cli;

import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.cli.option.IntRange;
import dev.fermata.cli.option.LongRange;
import dev.fermata.cli.option.RateLimitRule;
import dev.fermata.cli.option.Speed;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.timeline.Pace;
import dev.fermata.scoreflow.ScoreFlowOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags that say how an emulator behaves, for every command that starts one. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EmulatorFlags {
    @Option(
            names = "--pace",
            paramLabel = "PACE",
            defaultValue = "realistic",
            converter = PaceConverter.class,
            description = "How jobs get their durations: realistic, fast, instant, polls (one step a poll) or manual"
                    + " (a step when told). Default: ${DEFAULT-VALUE}")
    Pace pace;

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.class,
            defaultValue = "1",
            description = "How fast the clock runs: 1 as real time, 0 to stand still. Default: ${DEFAULT-VALUE}")
    double speed;

    @Option(
            names = "--credits",
            paramLabel = "N",
            converter = IntRange.Credits.class,
            defaultValue = "" + FermataOptions.CREDITS,
            description = "What each new account has with each vendor. Default: ${DEFAULT-VALUE}")
    int credits;

    @Option(
            names = "--plan",
            paramLabel = "NAME",
            defaultValue = "premium",
            converter = PlanConverter.class,
            description = "What each new account has subscribed to with Flat: premium, free or no-omr."
                    + " Default: ${DEFAULT-VALUE}")
    Plan plan;

    @Option(names = "--strict-tokens", description = "Accept only the tokens named by --token.")
    boolean strictTokens;

    @Option(
            names = "--token",
            paramLabel = "TOKEN[=SCOPE+SCOPE]",
            split = ",",
            description = "Issue a token, with all of Flat's scopes or with these. May be given more than once.")
    @Nullable
    List<String> tokens;

    @Option(
            names = "--flat-rate-limit",
            paramLabel = "N/TIME",
            converter = RateLimitRule.class,
            description = "Flat's limit for a token, as 7200/1h or 5/2s, or none. Default: 7200/1h")
    RateLimit.@Nullable Rule flatRateLimit;

    @Option(
            names = "--flat-address-rate-limit",
            paramLabel = "N/TIME",
            converter = RateLimitRule.class,
            description = "Flat's limit for an address without a token, or none. Default: 1800/1h")
    RateLimit.@Nullable Rule flatAddressRateLimit;

    @Option(
            names = "--scoreflow-rate-limit",
            paramLabel = "N/TIME",
            converter = RateLimitRule.class,
            description = "ScoreFlow's limit for submissions, or none. Default: 60/1m")
    RateLimit.@Nullable Rule scoreFlowRateLimit;

    @Option(
            names = "--scoreflow-poll-limit",
            paramLabel = "N/TIME",
            converter = RateLimitRule.class,
            description = "ScoreFlow's limit for polls and downloads, or none. Default: 600/1m")
    RateLimit.@Nullable Rule scoreFlowPollLimit;

    @Option(
            names = "--scoreflow-daily-limit",
            paramLabel = "N",
            converter = IntRange.Limit.class,
            description = "ScoreFlow's limit for all requests of a day. Default: none")
    @Nullable
    Integer scoreFlowDailyLimit;

    @Mixin
    OmrFlags omr;

    @Option(
            names = "--answers",
            paramLabel = "DIR",
            description =
                    "Scores that documents are recognized as: NAME.musicxml, .mxl or .mid for NAME.pdf, or for the"
                            + " document with the hash NAME. Default: scores are imagined")
    @Nullable
    Path answers;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            split = ",",
            description = "What goes wrong in every world: a scenario that 'fermata scenarios' lists, or a file of"
                    + " scenarios in JSON. May be given more than once; of several that fit, the last is played.")
    @Nullable
    List<String> scenarios;

    @Mixin
    SeedFlags seed;

    @Option(
            names = "--journal-entries",
            paramLabel = "N",
            converter = IntRange.Count.class,
            defaultValue = "100000",
            description = "How many requests the journal of a world keeps, 0 for none. Default: ${DEFAULT-VALUE}")
    int journalEntries;

    @Option(
            names = "--journal-bytes",
            paramLabel = "N",
            converter = LongRange.Bytes.class,
            defaultValue = "33554432",
            description = "About how much memory the journal of a world takes. Default: ${DEFAULT-VALUE}")
    long journalBytes;

    @Mixin
    MemoryFlags memory;

    @Option(
            names = "--max-worlds",
            paramLabel = "N",
            converter = IntRange.Limit.class,
            defaultValue = "" + FermataOptions.MAX_WORLDS,
            description = "How many worlds there may be beside the default one, or none for no limit."
                    + " Default: ${DEFAULT-VALUE}")
    int maxWorlds;

    @Option(
            names = "--max-disk",
            paramLabel = "BYTES",
            converter = LongRange.DiskLimit.class,
            description = "How many bytes all worlds may keep on disk together, or none for no limit. Default:"
                    + " 4294967296, but at most half of what is free at the start")
    @Nullable
    Long maxDisk;

    @Option(
            names = "--strict-fidelity",
            description = "Answer 501 where the status relies on what is only assumed of a vendor.")
    boolean strictFidelity;

    @Option(names = "--log-requests", description = "Write a line for each request.")
    boolean logRequests;

    @Option(
            names = "--trust-forwarded",
            description =
                    "Make URLs from what a proxy says that the client asked for, in Forwarded or X-Forwarded-Proto,"
                            + " -Host, -Port and -Prefix. Only where every request comes through such a proxy.")
    boolean trustForwarded;

    /** Options as these flags say. */
    FermataOptions.Builder options() {
        FermataOptions.Builder options = FermataOptions.builder()
                .pace(pace)
                .speed(speed)
                .credits(credits)
                .plan(plan)
                .strictTokens(strictTokens)
                .journal(journalEntries, journalBytes)
                .maxWorlds(maxWorlds)
                .strictFidelity(strictFidelity)
                .logRequests(logRequests)
                .trustForwarded(trustForwarded)
                .flat(flat())
                .scoreFlow(scoreFlow());
        seed.applyTo(options);
        memory.applyTo(options);
        Stream.ofNullable(maxDisk).forEach(options::maxDisk);
        Stream.ofNullable(answers).forEach(options::answers);
        Stream.ofNullable(tokens).flatMap(List::stream).forEach(token -> issue(token, options));
        Stream.ofNullable(scenarios)
                .flatMap(List::stream)
                .flatMap(wanted -> ScenarioFile.named(wanted).stream())
                .forEach(options::scenario);
        return options;
    }

    private static void issue(String text, FermataOptions.Builder options) {
        int equals = text.indexOf('=');
        if (text.isEmpty() || equals == 0 || equals == text.length() - 1) {
            throw new IllegalArgumentException("--token needs a token, and scopes after =, not '" + text + "'");
        }
        if (equals < 0) {
            options.token(text);
        } else {
            options.token(
                    text.substring(0, equals),
                    List.of(text.substring(equals + 1).split("\\+", -1)));
        }
    }

    private FlatOptions flat() {
        FlatOptions flat = FlatOptions.defaults();
        flat = flatRateLimit == null ? flat : flat.withRequests(flatRateLimit);
        flat = flatAddressRateLimit == null ? flat : flat.withRequestsByAddress(flatAddressRateLimit);
        return omr.applyTo(flat);
    }

    private ScoreFlowOptions scoreFlow() {
        ScoreFlowOptions scoreFlow = ScoreFlowOptions.defaults();
        scoreFlow = scoreFlowRateLimit == null ? scoreFlow : scoreFlow.withSubmissions(scoreFlowRateLimit);
        scoreFlow = scoreFlowPollLimit == null ? scoreFlow : scoreFlow.withPolls(scoreFlowPollLimit);
        if (scoreFlowDailyLimit == null || scoreFlowDailyLimit == Integer.MAX_VALUE) {
            return scoreFlow;
        }
        return scoreFlow.withRequestsADay(scoreFlowDailyLimit);
    }

    /** {@code realistic} and its like. */
    static final class PaceConverter implements ITypeConverter<Pace> {
        @Override
        public Pace convert(String label) {
            return Pace.labelled(label)
                    .orElseThrow(() -> oneOf(label, Arrays.stream(Pace.values()).map(Pace::label)));
        }
    }

    /** {@code premium} and its like. */
    static final class PlanConverter implements ITypeConverter<Plan> {
        @Override
        public Plan convert(String label) {
            return Plan.labelled(label)
                    .orElseThrow(() -> oneOf(label, Arrays.stream(Plan.values()).map(Plan::label)));
        }
    }

    private static TypeConversionException oneOf(String label, Stream<String> labels) {
        return new TypeConversionException("'" + label + "' is none of " + String.join(", ", labels.toList()));
    }
}
