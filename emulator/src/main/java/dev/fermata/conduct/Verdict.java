package dev.fermata.conduct;

import java.util.List;
import java.util.Locale;

/**
 * What a rule comes to.
 *
 * @param evidence what led to it; empty where the client kept the rule
 */
public record Verdict(Rule rule, Kind kind, List<Evidence> evidence) {
    /** From the least to the worst: of several, the worst counts. */
    public enum Kind {
        /** There was no occasion to keep or break it. */
        NOT_EXERCISED,
        PASS,
        /** A SHOULD is broken. */
        WARN,
        /** A MUST is broken. */
        FAIL,
        /** It could not be judged, which is no fault of the client's. */
        ERROR;

        /** As in a report: {@code not exercised}. */
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

    /** For a person: {@code fail poll-pace: …}, each piece of evidence on a line of its own, then the advice. */
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
