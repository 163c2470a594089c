package dev.fermata.control.wire;

import java.util.List;

/** What a rule of conduct says of a world. */
public record VerdictJson(String rule, String verdict, List<Evidence> evidence) {
    /** What led to it, and the numbers of the journal's entries that show it. */
    public record Evidence(String sentence, List<Long> entries) {}
}
