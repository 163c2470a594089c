package dev.fermata;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.IssuedToken;
import dev.fermata.account.Plan;
import dev.fermata.control.gate.ControlToken;
import dev.fermata.disk.Disk;
import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.FlatOption;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Journal;
import dev.fermata.option.ChoiceType;
import dev.fermata.option.FileType;
import dev.fermata.option.ListType;
import dev.fermata.option.NumberType;
import dev.fermata.option.Option;
import dev.fermata.option.TextType;
import dev.fermata.scenario.Scenario;
import dev.fermata.scoreflow.ScoreFlowOption;
import dev.fermata.seed.Seed;
import dev.fermata.spec.file.ScenarioFile;
import dev.fermata.spec.file.SeedFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The definitions of all options; {@link FermataOptions} holds their values. */
public final class FermataOption {
    private static final int SERVED_PORT = 8480;
    private static final int LEAST_DISK = 1 << 20;

    static final Option<String> HOST = Option.of(
                    "host",
                    new TextType<>("a host name or an address", Optional::of, host -> host),
                    "HOST",
                    "The address to bind.")
            .defaultingTo("127.0.0.1");

    static final Option<Integer> PORT = Option.of(
                    "port", NumberType.ints(0, 65_535), "PORT", "The port to listen on, 0 for any free one.")
            .defaultingTo(0)
            .butServed(SERVED_PORT);

    static final Option<Pace> PACE = Option.of(
                    "pace",
                    new ChoiceType<>(Arrays.asList(Pace.values()), Pace::label, Pace::labelled),
                    "PACE",
                    "How jobs get their durations: realistic, fast, instant, polls (one step a poll) or manual (a step"
                            + " when told).")
            .defaultingTo(Pace.FAST)
            .butServed(Pace.REALISTIC);

    /** How fast clocks run. */
    public static final Option<Double> SPEED = Option.of(
                    "speed",
                    NumberType.doubles(0, 1_000_000),
                    "N",
                    "How fast the clock runs: 1 as real time, 0 to stand still.")
            .defaultingTo(1.0);

    @Assumed(
            behaviour = "A new account has 1,000 credits with each vendor and the plan premium",
            reason = "neither vendor says what an account starts with; a test should not run dry by surprise")
    static final Option<Integer> CREDITS = Option.of(
                    "credits",
                    NumberType.ints(0, CreditLedger.MOST),
                    "N",
                    "The credits of each new account with each vendor.")
            .defaultingTo(1_000);

    static final Option<Plan> PLAN = Option.of(
                    "plan",
                    new ChoiceType<>(Arrays.asList(Plan.values()), Plan::label, Plan::labelled),
                    "NAME",
                    "The plan of each new account with Flat: premium, free (room for 15 scores) or no-omr (no recognition).")
            .defaultingTo(Plan.PREMIUM);

    static final Option<Boolean> STRICT_TOKENS =
            Option.ofSwitch("strict-tokens", "Accept only the tokens named by --token.");

    static final Option<List<IssuedToken>> TOKEN = Option.of(
                    "token",
                    new ListType<>(IssuedToken.FORM, text -> List.of(IssuedToken.read(text))),
                    "TOKEN[=SCOPE+SCOPE]",
                    "Issue a token, with all of Flat's scopes or with these. May be given more than once.")
            .defaultingTo(List.of());

    static final Option<Path> ANSWERS = Option.of(
                    "answers",
                    new FileType<>(path -> path),
                    "DIR",
                    "Scores that documents are recognized as: NAME.musicxml, .mxl or .mid for NAME.pdf, or for the"
                            + " document with the hash NAME.")
            .otherwise("scores are imagined");

    static final Option<List<Scenario>> SCENARIO = Option.of(
                    "scenario",
                    new ListType<>("the name of a scenario or a file of scenarios in JSON", ScenarioFile::named),
                    "NAME|FILE",
                    "What goes wrong in every world: a scenario that 'fermata scenarios' lists, or a file of scenarios"
                            + " in JSON. May be given more than once; of several that fit, the last is played.")
            .defaultingTo(List.of());

    static final Option<Seed> SEED = Option.of(
                    "seed",
                    new FileType<>(SeedFile::read),
                    "FILE",
                    "What is in every world from its start: accounts, scores, and jobs in any state, in JSON.")
            .defaultingTo(Seed.NOTHING, "nothing");

    static final Option<Long> ID_SEED = Option.of(
                    "id-seed",
                    NumberType.longs(Long.MIN_VALUE, Long.MAX_VALUE),
                    "N",
                    "Where ids come from: the same number and the same calls, the same ids. Sharing keys come from it"
                            + " too, and can be guessed.")
            .otherwise("any ids");

    static final Option<Integer> JOURNAL_ENTRIES = Option.of(
                    "journal-entries",
                    NumberType.ints(0, Integer.MAX_VALUE),
                    "N",
                    "How many requests the journal of a world keeps, 0 for none.")
            .setBy("journal entries")
            .defaultingTo(Journal.Bounds.DEFAULT.entries());

    static final Option<Long> JOURNAL_BYTES = Option.of(
                    "journal-bytes",
                    NumberType.longs(0, Long.MAX_VALUE),
                    "N",
                    "About how much memory the journal of a world takes.")
            .setBy("journal bytes")
            .in("bytes")
            .defaultingTo(Journal.Bounds.DEFAULT.bytes());

    static final Option<Integer> MAX_JOBS = Option.of(
                    "max-jobs",
                    NumberType.ints(1, Integer.MAX_VALUE).withNone(),
                    "N",
                    "How many jobs and exports all worlds hold together, or none for no limit; beyond it the oldest"
                            + " finished ones go.")
            .defaultingTo(MemoryOptions.defaults().maxJobs(), "one for each 4 KB of the maximum heap");

    static final Option<Long> JOURNAL_TOTAL_BYTES = Option.of(
                    "journal-total-bytes",
                    NumberType.longs(0, Long.MAX_VALUE),
                    "N",
                    "About how much memory the journals of all worlds take together.")
            .in("bytes")
            .defaultingTo(MemoryOptions.defaults().journalBytes(), "an eighth of the maximum heap");

    static final Option<Integer> MAX_WORLDS = Option.of(
                    "max-worlds",
                    NumberType.ints(1, Integer.MAX_VALUE).withNone(),
                    "N",
                    "How many worlds there may be beside the default one, or none for no limit.")
            .defaultingTo(1_000);

    static final Option<Long> MAX_DISK = Option.of(
                    "max-disk",
                    NumberType.longs(LEAST_DISK, Long.MAX_VALUE).withNone(),
                    "BYTES",
                    "How many bytes all worlds may keep on disk together, or none for no limit.")
            .in("bytes")
            .otherwise(Disk.USUAL_BYTES + ", but at most half of what is free at the start");

    static final Option<ControlToken> CONTROL_TOKEN = Option.of(
                    "control-token",
                    new TextType<>(
                            "visible ASCII characters, at least one", ControlToken::read, ControlToken::text, true),
                    "TOKEN",
                    "What calls of the control API must send as Authorization: Bearer TOKEN.")
            .otherwise("none on loopback, else a random one, which is printed");

    static final Option<Boolean> STRICT_FIDELITY = Option.ofSwitch(
            "strict-fidelity", "Answer 501 where the status relies on what is only assumed of a vendor.");

    static final Option<Boolean> LOG_REQUESTS = Option.ofSwitch("log-requests", "Write a line for each request.");

    static final Option<Boolean> TRUST_FORWARDED = Option.ofSwitch(
            "trust-forwarded",
            "Make URLs from what a proxy says that the client asked for, in Forwarded or X-Forwarded-Proto, -Host, -Port"
                    + " and -Prefix. Only where every request comes through such a proxy.");

    static final Option<Boolean> WARM_UP = Option.ofSwitch(
                    "warm-up", "Serve a few requests before the server is ready; --warm-up=false starts sooner.")
            .butServed(true);

    private FermataOption() {}

    /** All options, those of the vendors included, in the order of the documentation. */
    public static List<Option<?>> all() {
        List<Option<?>> server =
                List.of(HOST, PORT, CONTROL_TOKEN, TRUST_FORWARDED, LOG_REQUESTS, WARM_UP, PACE, SPEED, ID_SEED);
        List<Option<?>> content =
                List.of(CREDITS, PLAN, STRICT_TOKENS, TOKEN, STRICT_FIDELITY, ANSWERS, SCENARIO, SEED);
        List<Option<?>> limits =
                List.of(JOURNAL_ENTRIES, JOURNAL_BYTES, JOURNAL_TOTAL_BYTES, MAX_JOBS, MAX_WORLDS, MAX_DISK);
        return Stream.of(server, content, FlatOption.all(), ScoreFlowOption.all(), limits)
                .flatMap(List::stream)
                .<Option<?>>map(option -> option)
                .toList();
    }
}
