package dev.fermata.conduct;

import java.util.List;

/**
 * What is asked of a client.
 *
 * @param id its name, which stays: {@code poll-pace}
 * @param level how much it weighs
 * @param vendors whom it is about: {@code flat}, {@code scoreflow}
 * @param demand what a client does that keeps it, in a sentence
 * @param source where it comes from: which document of which vendor, or why Fermata asks for it
 * @param advice what to do about a client that breaks it, in a sentence
 * @param judge finds out whether it was kept
 */
public record Rule(
        String id, Level level, List<String> vendors, String demand, String source, String advice, Judge judge) {
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
            return new Verdict(this, Verdict.Kind.NOT_EXERCISED, List.of());
        }
        if (finding.against().isEmpty()) {
            return new Verdict(this, Verdict.Kind.PASS, List.of());
        }
        Verdict.Kind broken = level == Level.MUST ? Verdict.Kind.FAIL : Verdict.Kind.WARN;
        return new Verdict(this, broken, finding.against());
    }
}
