package dev.fermata.conduct;

import java.util.ArrayList;
import java.util.List;

/**
 * A requirement for clients.
 *
 * @param id its name, which never changes: {@code poll-pace}
 * @param level how severe it is
 * @param vendors the vendors it applies to: {@code flat}, {@code scoreflow}
 * @param demand what a client must do, in a sentence
 * @param source where it comes from: the vendor's document, or Fermata's reason
 * @param advice how to fix a client that breaks it, in a sentence
 * @param judge decides whether a run kept it
 */
public record Rule(
        String id, Level level, List<String> vendors, String demand, String source, String advice, Judge judge) {
    /** More evidence would not help a reader. */
    private static final int MOST_EVIDENCE = 20;

    /** Decides whether a run kept a rule. */
    @FunctionalInterface
    public interface Judge {
        Finding find(Run run);
    }

    /** The verdict on this run. A run with entries missing from the journal cannot be judged. */
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
