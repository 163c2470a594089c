package dev.fermata.control.wire;

import java.util.List;

/** The verdict of a rule of conduct on a world. */
public record VerdictJson(String rule, String verdict, List<Evidence> evidence) {
    /** Evidence for the verdict, with the numbers of the journal entries. */
    public record Evidence(String sentence, List<Long> entries) {}
}
