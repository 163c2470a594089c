package dev.fermata.conduct;

import dev.fermata.vendor.VendorName;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a client.
 *
 * @param id its name, which stays: {@code poll-pace}
 * @param level how much it weighs
 * @param vendors whom it is about
 * @param demand what a client does that keeps it, in a sentence
 * @param source where it comes from: which document of which vendor, or why Fermata asks for it
 * @param advice what to do about a client that breaks it, in a sentence
 * @param judge finds out whether it was kept
 */
public record Rule(
        String id, Level level, List<VendorName> vendors, String demand, String source, String advice, Judge judge) {
    /** More of it would tell nobody more. */
    private static final int MOST_EVIDENCE = 20;

    /** Finds out whether a rule was kept. */
    @FunctionalInterface
    public interface Judge {
        Finding find(Run run);
    }

    /** Whether this run kept it. A run of which the journal has forgotten something is none to judge by. */
    public Verdict judge(Run run) {
        if (run.forgotten() > 0) {
            String sentence = "the journal has forgotten " + run.forgotten() + " requests; let it keep more of them";
            return new Verdict(this, Verdict.Kind.ERROR, List.of(Evidence.of(sentence)));
        }
        try {
            return verdict(judge.find(run));
        } catch (RuntimeException bug) {
            return new Verdict(this, Verdict.Kind.ERROR, List.of(Evidence.of("the rule could not judge: " + bug)));
        }
    }

    @Override
    public String toString() {
        return id;
    }

    private Verdict verdict(Finding finding) {
        if (!finding.exercised()) {
            return new Verdict(this, Verdict.Kind.NOT_EXERCISED, finding.evidence());
        }
        if (finding.evidence().isEmpty()) {
            return new Verdict(this, Verdict.Kind.PASS, List.of());
        }
        Verdict.Kind broken = level == Level.MUST ? Verdict.Kind.FAIL : Verdict.Kind.WARN;
        return new Verdict(this, broken, bounded(finding.evidence()));
    }

    private static List<Evidence> bounded(List<Evidence> all) {
        if (all.size() <= MOST_EVIDENCE) {
            return all;
        }
        List<Evidence> some = new ArrayList<>(all.subList(0, MOST_EVIDENCE));
        some.add(Evidence.of("and so on, " + all.size() + " times in all"));
        return some;
    }
}
