package dev.fermata.account;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The rate limits of one caller, or of all addresses, by name. Safe for use by many threads. */
public final class RateLimits {
    private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();

    /** Restores them, by name. */
    public void restore(Map<String, RateLimit.State> states) {
        states.forEach((name, state) -> limits.put(name, new RateLimit(state)));
    }

    /** All that they are, by name. */
    public Map<String, RateLimit.State> state() {
        Map<String, RateLimit.State> states = new TreeMap<>();
        limits.forEach((name, limit) -> states.put(name, limit.state()));
        return states;
    }

    /** The limit called {@code name}, if it was ever asked for. */
    public Optional<RateLimit> find(String name) {
        return Optional.ofNullable(limits.get(name));
    }

    /** The limit called {@code name}, which begins with {@code rule} when it is asked for the first time. */
    public RateLimit of(String name, RateLimit.Rule rule) {
        RateLimit limit = limits.get(name);
        return limit != null ? limit : limits.computeIfAbsent(name, unused -> new RateLimit(rule));
    }
}
