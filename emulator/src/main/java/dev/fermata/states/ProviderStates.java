package dev.fermata.states;

import dev.fermata.flat.FlatOptions;
import dev.fermata.world.Worlds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Creates the states that pacts require, each in its own world, so that verifications are isolated. Thread-safe.
 *
 * <p>A teardown names a state, not a world, and several worlds may have the same state. So the worlds of a state end
 * together, after as many teardowns as setups. Without teardowns, the oldest worlds are removed when the limit is
 * reached.
 */
public final class ProviderStates {
    private static final int MOST_WORLDS = 100;

    private final Worlds worlds;
    private final FlatOptions flat;
    private final AtomicInteger count = new AtomicInteger();
    /** The state of each world, oldest first. */
    private final Map<String, StateRequest> made = new LinkedHashMap<>();

    private final Map<StateRequest, Stays> stays = new HashMap<>();

    /** The worlds of a state, and how many of them are still in use. */
    private static final class Stays {
        private final List<String> names = new ArrayList<>();
        private int open;
    }

    /**
     * The states of these worlds.
     *
     * @param flat Flat's limits and prices
     */
    public ProviderStates(Worlds worlds, FlatOptions flat) {
        this.worlds = worlds;
        this.flat = flat;
    }

    /**
     * Creates a state, in a new world.
     *
     * @return values for the pact's requests
     * @throws IllegalArgumentException if the state is unknown; its message lists the known ones
     */
    public Map<String, String> setUp(String state, Map<String, String> params) throws IOException {
        StateRequest request = request(state, params);
        String name = "pact-" + count.incrementAndGet();
        Map<String, String> values = worlds.replace(name, fresh -> {
            fresh.scenarios().stopAll(); // the scenarios that are active in all worlds would disturb the pact
            StateBuilder builder = new StateBuilder(fresh, flat, request);
            request.state().making().make(builder);
            return builder.values();
        });
        open(request, name);
        return values;
    }

    /** Tears down a state; its worlds end when none of them is in use any more. */
    public void tearDown(String state, Map<String, String> params) {
        List<String> over = close(request(state, params));
        over.forEach(worlds::end);
    }

    private static StateRequest request(String name, Map<String, String> params) {
        ProviderState state = StateCatalogue.named(name)
                .orElseThrow(() -> new IllegalArgumentException("Unknown state: '" + name + "'; the states are "
                        + String.join(
                                ", ",
                                StateCatalogue.all().stream()
                                        .map(known -> "'" + known.name() + "'")
                                        .toList())));
        return new StateRequest(state, Map.copyOf(params));
    }

    private void open(StateRequest request, String name) {
        Optional<String> oldest;
        synchronized (this) {
            made.put(name, request);
            Stays all = stays.computeIfAbsent(request, none -> new Stays());
            all.names.add(name);
            all.open++;
            oldest = made.keySet().stream().findFirst().filter(any -> made.size() > MOST_WORLDS);
            oldest.ifPresent(this::forget);
        }
        oldest.ifPresent(worlds::end);
    }

    private void forget(String name) {
        Optional.ofNullable(made.remove(name))
                .ifPresent(request -> stays.computeIfPresent(request, (same, all) -> {
                    all.names.remove(name);
                    all.open--;
                    return all.names.isEmpty() ? null : all;
                }));
    }

    private synchronized List<String> close(StateRequest request) {
        Stays all = stays.get(request);
        if (all == null || --all.open > 0) {
            return List.of();
        }
        stays.remove(request);
        made.keySet().removeAll(all.names);
        return all.names;
    }
}
