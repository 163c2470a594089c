package dev.fermata.check;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** The report for a terminal: broken rules in full, the others as one line each. */
public final class Table {
    private static final int NAME = 22;

    private final PrintWriter out;

    public Table(PrintWriter out) {
        this.out = out;
    }

    /** Prints the result of one exercise, as soon as it is over. */
    public void print(ExerciseRun run) {
        ClientCommand.Outcome outcome = run.outcome();
        out.printf(
                "  %-" + NAME + "s %s, %d requests, %.1f s%n",
                run.exercise().name(),
                outcome.ending() == Ending.KILLED ? "was killed" : "ended with status " + outcome.status(),
                run.run().entries().size(),
                run.took().toMillis() / 1000.0);
    }

    public void print(Assessment assessment) {
        out.println();
        for (Rule rule : assessment.rules()) {
            Verdict.Kind kind = assessment.of(rule);
            out.printf(
                    "%-" + NAME + "s %s%s%n",
                    rule.id(),
                    kind.label(),
                    assessment.isKnown(rule) ? ", and fails only as known" : "");
            if (kind.compareTo(Verdict.Kind.PASS) > 0) {
                explain(assessment, rule);
            } else if (kind == Verdict.Kind.NOT_EXERCISED) {
                assessment.verdicts(rule).forEach(this::printEvidence);
            }
        }
        out.println();
        out.println(summary(assessment));
        assessment.complaint().ifPresent(out::println);
    }

    private void explain(Assessment assessment, Rule rule) {
        assessment
                .verdicts(rule)
                .filter(judged -> !judged.isKnown() && judged.verdict().kind().compareTo(Verdict.Kind.PASS) > 0)
                .forEach(this::printEvidence);
        out.println("    → " + rule.advice());
        out.println("    " + rule.level() + ", " + rule.source());
    }

    private void printEvidence(Assessment.Judged judged) {
        List<Evidence> evidence = judged.verdict().evidence();
        if (!evidence.isEmpty()) {
            out.println("    " + judged.run().exercise().name() + ": " + evidence.get(0) + more(evidence));
        }
    }

    private static String more(List<Evidence> evidence) {
        Evidence last = evidence.get(evidence.size() - 1);
        if (evidence.size() == 1) {
            return "";
        }
        return last.entries().isEmpty() ? ", " + last.sentence() : ", and " + (evidence.size() - 1) + " times more";
    }

    private static String summary(Assessment assessment) {
        return "%d exercises, %d of %d rules exercised: %d kept, %d broken (SHOULD), %d broken (MUST), %d not judged"
                .formatted(
                        assessment.runs().size(),
                        assessment.exercised(),
                        assessment.rules().size(),
                        assessment.count(Verdict.Kind.PASS),
                        assessment.count(Verdict.Kind.WARN),
                        assessment.count(Verdict.Kind.FAIL),
                        assessment.count(Verdict.Kind.ERROR));
    }
}
