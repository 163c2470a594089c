package dev.fermata.control.wire;

import java.util.List;

/**
 * Why the server cannot serve.
 *
 * @param problems a sentence for each problem
 */
public record HealthJson(String status, List<String> problems) {}
