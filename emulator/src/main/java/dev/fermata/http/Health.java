package dev.fermata.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The health of the server: each part that can fail adds a check. */
public final class Health {
    private final List<Supplier<Optional<String>>> checks = new CopyOnWriteArrayList<>();

    /**
     * Adds a check. It runs at each request for the health, so it must be quick.
     *
     * @param problem the present problem as a sentence; empty without one
     */
    public void check(Supplier<Optional<String>> problem) {
        checks.add(problem);
    }

    /** The present problem; empty when the server can serve. */
    public List<String> problems() {
        return checks.stream().flatMap(check -> check.get().stream()).toList();
    }
}
