package dev.fermata.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rate limits of one caller, or of all addresses, by name. Safe for use by many threads. */
public final class RateLimits {
    private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();

    /** The limit called {@code name}, which begins with {@code rule} when it is asked for the first time. */
    public RateLimit of(String name, RateLimit.Rule rule) {
        RateLimit limit = limits.get(name);
        return limit != null ? limit : limits.computeIfAbsent(name, unused -> new RateLimit(rule));
    }
}
