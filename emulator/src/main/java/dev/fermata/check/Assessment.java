package dev.fermata.check;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What came of all exercises.
 *
 * @param rules those that were judged by
 * @param runs in the order of the exercises
 */
public record Assessment(List<Rule> rules, List<ExerciseRun> runs, KnownFailures known) {
    private static final int NOT_EMULATED = 501;

    /** What a rule comes to over all exercises: the worst that is not known. */
    Verdict.Kind of(Rule rule) {
        return verdicts(rule)
                .filter(judged -> !judged.isKnown())
                .map(judged -> judged.verdict().kind())
                .reduce(
                        isKnown(rule) ? Verdict.Kind.PASS : Verdict.Kind.NOT_EXERCISED,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** What a rule says of an exercise. */
    record Judged(ExerciseRun run, Verdict verdict, boolean isKnown) {}

    /** What a rule says of each exercise. */
    Stream<Judged> verdicts(Rule rule) {
        return runs.stream()
                .flatMap(run -> run.verdicts().stream()
                        .filter(verdict -> verdict.rule().equals(rule))
                        .map(verdict -> new Judged(run, verdict, isKnown(verdict, run))));
    }

    private boolean isKnown(Verdict verdict, ExerciseRun run) {
        return verdict.isBroken()
                && known.cover(verdict.rule().id(), run.exercise().name());
    }

    /** Whether a failure of it is known, and happened. */
    boolean isKnown(Rule rule) {
        return verdicts(rule).anyMatch(Judged::isKnown);
    }

    long count(Verdict.Kind kind) {
        return rules.stream().filter(rule -> of(rule) == kind).count();
    }

    /** How many rules had an occasion. */
    long exercised() {
        return rules.size() - count(Verdict.Kind.NOT_EXERCISED);
    }

    /** What the client asked for and Fermata cannot answer: no fault of the client's. */
    List<String> notEmulated() {
        return runs.stream()
                .flatMap(run -> run.run().entries().stream())
                .filter(entry ->
                        entry.status() == NOT_EMULATED && entry.scenario().isEmpty())
                .map(entry -> entry.method() + " " + entry.path())
                .distinct()
                .toList();
    }

    private List<String> silent() {
        return namesOf(run -> run.run().entries().isEmpty());
    }

    private List<String> unsuccessful() {
        return namesOf(
                run -> run.exercise().scenarios().isEmpty() && run.outcome().ending() != Ending.SUCCEEDED);
    }

    private List<String> namesOf(Predicate<ExerciseRun> which) {
        return runs.stream().filter(which).map(run -> run.exercise().name()).toList();
    }

    Set<KnownFailures.Known> stale() {
        return known.stale(runs);
    }

    /** Why a build should stop, for a person; nothing when it may go on. */
    public Optional<String> complaint() {
        if (!notEmulated().isEmpty()) {
            return Optional.of("The client asked for what Fermata does not emulate, so this says little: "
                    + String.join(", ", notEmulated()));
        }
        if (!silent().isEmpty()) {
            return Optional.of("The command made no request in " + String.join(", ", silent())
                    + ": does it call the URLs in its environment?");
        }
        if (!unsuccessful().isEmpty()) {
            return Optional.of("Nothing goes wrong in " + String.join(", ", unsuccessful())
                    + ", and yet the command did not end with status 0.");
        }
        if (exercised() == 0) {
            return Optional.of("No rule was exercised: does the command call the URLs in its environment?");
        }
        if (!stale().isEmpty()) {
            return Optional.of("These are known failures, and did not happen; strike them off the list: "
                    + String.join(", ", stale().stream().map(Object::toString).toList()));
        }
        return count(Verdict.Kind.FAIL) + count(Verdict.Kind.ERROR) == 0
                ? Optional.empty()
                : Optional.of("The client does not behave.");
    }
}
