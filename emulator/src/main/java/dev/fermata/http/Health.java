package dev.fermata.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What keeps the server from serving: each part that can fail adds a check of its own. */
public final class Health {
    private final List<Supplier<Optional<String>>> checks = new CopyOnWriteArrayList<>();

    /**
     * Adds a check; it is asked at every look at the health, so it must be quick.
     *
     * @param problem a sentence that says what is wrong now; empty when nothing is
     */
    public void check(Supplier<Optional<String>> problem) {
        checks.add(problem);
    }

    /** What is wrong now; empty when the server can serve. */
    public List<String> problems() {
        return checks.stream().flatMap(check -> check.get().stream()).toList();
    }
}
