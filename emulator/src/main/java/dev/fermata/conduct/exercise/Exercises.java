package dev.fermata.conduct.exercise;

import dev.fermata.account.RateLimit;
import dev.fermata.conduct.VendorOperations;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.Operation.Trait;
import dev.fermata.vendor.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The built-in exercises. Together they exercise every rule about a single document. */
public final class Exercises {
    private static final Set<Purpose> SUBMISSIONS = Set.of(Purpose.SUBMIT);
    private static final Set<Purpose> ORDERS = Set.of(Purpose.SUBMIT, Purpose.START);
    private static final Set<Purpose> POLLS = Set.of(Purpose.POLL);

    /** Longer than the pause between two polls, so that a second request is always too early. */
    private static final Duration WINDOW = Duration.ofSeconds(8);

    private static final List<Exercise> ALL = List.of(
            new Exercise("plain", "Nothing goes wrong; a job takes several seconds", Pace.REALISTIC, List.of()),
            known("no-music"),
            known("stalls"),
            known("busy-twice"),
            new Exercise(
                    "busy-poll",
                    "The first poll of a job is answered with 503",
                    Pace.FAST,
                    once("busy-poll", POLLS, new Then.Refusal(503, Optional.empty()))),
            new Exercise(
                    "error-402",
                    "Submissions and starts are answered with 402, in the vendor's format",
                    Pace.FAST,
                    each("error-402", ORDERS, Occurrences.ALL, new Then.Refusal(402, Optional.empty()))),
            new Exercise(
                    "error-403",
                    "Submissions and starts are answered with 403, in the vendor's format",
                    Pace.FAST,
                    each("error-403", ORDERS, Occurrences.ALL, new Then.Refusal(403, Optional.empty()))),
            new Exercise(
                    "limited",
                    "The second request, and each further one for eight seconds, exceeds the rate limit; at"
                            + " ScoreFlow, which does not announce the reset, it is answered with 429",
                    Pace.FAST,
                    List.of(new Scenario(
                            "limited",
                            "The second request, and each further one for eight seconds, exceeds the rate limit",
                            "Wait until X-RateLimit-Reset if the header is present.",
                            When.ALWAYS.times(Occurrences.first(2)),
                            new Then.Limited(new RateLimit.Rule(1, WINDOW))))),
            new Exercise(
                    "answer-lost",
                    "A document is accepted, and the connection breaks before the answer",
                    Pace.FAST,
                    once("answer-lost", SUBMISSIONS, new Then.Reset(Then.Reset.At.ANSWER))),
            new Exercise(
                    "new-values",
                    "The first poll of a job is answered with an unknown state",
                    Pace.FAST,
                    once("new-values", POLLS, new Then.Garbled(Then.Garbling.UNKNOWN_VALUES))),
            new Exercise(
                    "new-fields",
                    "Polls are answered with unknown fields",
                    Pace.FAST,
                    each("new-fields", POLLS, Occurrences.ALL, new Then.Garbled(Then.Garbling.EXTRA_FIELDS))),
            new Exercise(
                            "once-more",
                            "The command runs twice: the first job of each kind finds no music, the second succeeds",
                            Pace.FAST,
                            once(
                                    "once-more",
                                    SUBMISSIONS,
                                    new Then.Job(new JobFault.Fails(Failure.NO_MUSIC, At.percent(40)))))
                    .repeated(2, "new-key-after-failure"));

    private Exercises() {}

    /** All exercises. */
    public static List<Exercise> all() {
        return ALL;
    }

    /** The exercise with this name, if it exists. */
    public static Optional<Exercise> find(String name) {
        return ALL.stream().filter(exercise -> exercise.name().equals(name)).findFirst();
    }

    private static Exercise known(String scenario) {
        return Exercise.of(Catalogue.named(scenario));
    }

    /** Applies the fault to the first request for each of these purposes. */
    private static List<Scenario> once(String name, Set<Purpose> purposes, Then then) {
        return each(name, purposes, Occurrences.first(1), then);
    }

    private static List<Scenario> each(String name, Set<Purpose> purposes, Occurrences times, Then then) {
        return VendorOperations.without(Trait.EXPORTS, purposes).stream()
                .map(Operation::id)
                .map(operation -> Scenario.of(
                        name + "-" + operation.toLowerCase(Locale.ROOT),
                        When.ALWAYS.operation(operation).times(times),
                        then))
                .toList();
    }
}
