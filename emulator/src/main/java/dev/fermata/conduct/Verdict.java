package dev.fermata.conduct;

import java.util.List;
import java.util.Locale;

/**
 * The result of a rule for a run.
 *
 * @param evidence the evidence that led to it; empty if the client kept the rule
 */
public record Verdict(Rule rule, Kind kind, List<Evidence> evidence) {
    /** From best to worst; of several verdicts, the worst counts. */
    public enum Kind {
        /** The rule did not apply. */
        NOT_EXERCISED,
        PASS,
        /** The client broke a SHOULD. */
        WARN,
        /** The client broke a MUST. */
        FAIL,
        /** The rule could not be judged, for a reason that is not the client's fault. */
        ERROR;

        /** The label in a report: {@code not exercised}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Whether its client broke the rule. */
    public boolean isBroken() {
        return kind == Kind.WARN || kind == Kind.FAIL;
    }

    /** The worse of two about the same rule. */
    public Verdict or(Verdict other) {
        return other.kind.compareTo(kind) > 0 ? other : this;
    }

    /** For a person: {@code fail poll-pace: …}, then one line for each piece of evidence, then the advice. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.label()).append(' ').append(rule.id());
        evidence.forEach(piece -> text.append("\n  ").append(piece));
        if (isBroken()) {
            text.append("\n  ")
                    .append(rule.advice())
                    .append(" [")
                    .append(rule.source())
                    .append(']');
        }
        return text.toString();
    }
}
