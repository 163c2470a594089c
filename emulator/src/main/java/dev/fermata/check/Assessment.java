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
 * The result of all exercises.
 *
 * @param rules the rules that were judged
 * @param runs one for each exercise, in order
 * @param known the failures that the caller accepts
 */
public record Assessment(List<Rule> rules, List<ExerciseRun> runs, KnownFailures known) {
    private static final int NOT_EMULATED = 501;

    /** The verdict of a rule over all exercises: the worst one, without known failures. */
    Verdict.Kind of(Rule rule) {
        return verdicts(rule)
                .filter(judged -> !judged.isKnown())
                .map(judged -> judged.verdict().kind())
                .reduce(
                        isKnown(rule) ? Verdict.Kind.PASS : Verdict.Kind.NOT_EXERCISED,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The verdict of a rule on one exercise. */
    record Judged(ExerciseRun run, Verdict verdict, boolean isKnown) {}

    /** The verdicts of a rule, one for each exercise. */
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

    /** Whether the rule is broken only by known failures. */
    boolean isKnown(Rule rule) {
        return verdicts(rule).anyMatch(Judged::isKnown);
    }

    long count(Verdict.Kind kind) {
        return rules.stream().filter(rule -> of(rule) == kind).count();
    }

    /** The number of rules that applied in at least one exercise. */
    long exercised() {
        return rules.size() - count(Verdict.Kind.NOT_EXERCISED);
    }

    /** Requests that Fermata does not emulate; they are not the client's fault. */
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

    /** Why a build should fail, for a person; empty if it may continue. */
    public Optional<String> complaint() {
        if (!notEmulated().isEmpty()) {
            return Optional.of("The client uses operations that Fermata does not emulate, so the result is incomplete: "
                    + String.join(", ", notEmulated()));
        }
        if (!silent().isEmpty()) {
            return Optional.of("The command made no request in " + String.join(", ", silent())
                    + ": does it use the URLs in its environment?");
        }
        if (!unsuccessful().isEmpty()) {
            return Optional.of("No fault is injected in " + String.join(", ", unsuccessful())
                    + ", but the command did not end with status 0.");
        }
        if (exercised() == 0) {
            return Optional.of("No rule was exercised: does the command use the URLs in its environment?");
        }
        if (!stale().isEmpty()) {
            return Optional.of("These known failures did not happen; remove them from the list: "
                    + String.join(", ", stale().stream().map(Object::toString).toList()));
        }
        return count(Verdict.Kind.FAIL) + count(Verdict.Kind.ERROR) == 0
                ? Optional.empty()
                : Optional.of("The client breaks rules of conduct.");
    }
}
