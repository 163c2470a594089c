package dev.fermata.control.wire;

import java.util.List;

/** The ids of the objects that a seed created, in the seed's order. */
public record SeededJson(List<String> accounts, List<String> scores, List<String> jobs) {}
