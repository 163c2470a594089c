package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Active scenarios, used by many threads at once. */
class ScenariosTest {
    private static final int MANY = 2_000;
    private static final Then BUSY = new Then.Refusal(503, Optional.empty());

    private final Scenarios scenarios = new Scenarios();

    @RepeatedTest(5)
    void noneIsLostByConcurrentCalls() {
        IntStream.range(0, MANY).parallel().forEach(i -> {
            scenarios.play(Scenario.of("s" + i, When.ALWAYS, BUSY));
            if (i % 2 == 0) {
                scenarios.stop("s" + i);
            }
        });
        assertEquals(MANY / 2, scenarios.playing().size());
    }

    @Test
    void jitterDoesNotShortenALatency() {
        Duration by = Duration.ofSeconds(2);
        assertThrows(IllegalArgumentException.class, () -> new Then.Latency(by, Duration.ofSeconds(-1)));
    }
}
