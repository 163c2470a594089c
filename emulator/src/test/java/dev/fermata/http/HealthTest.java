package dev.fermata.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What keeps the server from serving. */
class HealthTest {
    @Test
    void problemsAreThoseOfNow() {
        Health health = new Health();
        AtomicReference<Optional<String>> disk = new AtomicReference<>(Optional.empty());
        health.check(disk::get);
        health.check(() -> Optional.of("The server does not listen"));

        assertEquals(List.of("The server does not listen"), health.problems());
        disk.set(Optional.of("The disk is full"));
        assertEquals(List.of("The disk is full", "The server does not listen"), health.problems());
        disk.set(Optional.empty());
        assertEquals(List.of("The server does not listen"), health.problems());
    }
}
