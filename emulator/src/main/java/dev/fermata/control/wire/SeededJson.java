package dev.fermata.control.wire;

import java.util.List;

/** The ids of what came of a seed, in its order. */
public record SeededJson(List<String> accounts, List<String> scores, List<String> jobs) {}
