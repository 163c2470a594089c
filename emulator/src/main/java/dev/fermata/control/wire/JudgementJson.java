package dev.fermata.control.wire;

import java.util.List;

/** What the rules of conduct say of a world. */
public record JudgementJson(boolean passed, List<VerdictJson> verdicts) {}
