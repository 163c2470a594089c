package dev.fermata.document;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Orders the file operations of one name: one thread at a time has a name, others that want the same name wait, and other
 * names are free. A thread claims one name at a time. Safe for use by many threads.
 */
final class Claims {
    private final Map<String, CompletableFuture<Void>> claimed = new ConcurrentHashMap<>();

    /** A name that the current thread has until it closes this. */
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until the name is free, and takes it. */
    Claim claim(String name) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        for (var other = claimed.putIfAbsent(name, mine); other != null; other = claimed.putIfAbsent(name, mine)) {
            other.join();
        }
        return () -> {
            claimed.remove(name);
            mine.complete(null);
        };
    }
}
