package dev.fermata.control.wire;

import java.util.List;

/** A rule of conduct. */
public record RuleJson(String id, String level, List<String> vendors, String demand, String source, String advice) {}
