package dev.fermata.control.wire;

import java.util.List;

/** The verdicts of the rules of conduct on a world. */
public record JudgementJson(boolean passed, List<VerdictJson> verdicts) {}
