package dev.fermata.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualClockTest {
    private static final Instant NOON = Instant.parse("2026-06-16T12:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    @Test
    void standsStillUntilItIsMoved() {
        VirtualClock clock = VirtualClock.standingAt(NOON);
        assertEquals(NOON, clock.instant());
        clock.advance(Duration.ofMinutes(2));
        assertEquals(NOON.plusSeconds(120), clock.instant());
        clock.setTo(NOON.plusSeconds(3_600));
        assertEquals(NOON.plusSeconds(3_600), clock.instant());
    }

    @Test
    void endsWithTheYear9999() {
        VirtualClock clock = VirtualClock.standingAt(NOON);
        assertThrows(IllegalArgumentException.class, () -> clock.setTo(Instant.MAX));
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofDays(9_000 * 365)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1, 1_000, 1_000_000})
    void stopsAtTheEndAtAnySpeed(double speed) {
        AtomicLong nanos = new AtomicLong();
        VirtualClock clock = VirtualClock.following(END.minusSeconds(1), nanos::get, speed);
        for (long passed : new long[] {0, 1_000_000_000_000L, Long.MAX_VALUE / 2, Long.MAX_VALUE}) {
            nanos.set(passed);
            assertTrue(!clock.instant().isAfter(END), () -> "after " + passed + " ns: " + clock.instant());
        }
        assertEquals(END, clock.instant());
        assertTrue(clock.hasEnded());
        clock.speed(1_000_000);
        nanos.addAndGet(1_000_000_000);
        assertEquals(END, clock.instant());
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofNanos(1)));
        clock.advance(Duration.ZERO);
        assertEquals(Optional.empty(), clock.step(now -> Optional.of(now.plusNanos(1))));
    }

    @Test
    void runsForThousandsOfYearsAtItsHighestSpeed() {
        AtomicLong nanos = new AtomicLong();
        VirtualClock clock = VirtualClock.following(Instant.EPOCH, nanos::get, 1_000_000);
        nanos.set(Duration.ofHours(50).toNanos());
        assertEquals(Instant.EPOCH.plus(Duration.ofHours(50_000_000)), clock.instant());
    }

    @Test
    void ringsAnAlarmBeyondItsEndOnlyOnce() {
        AtomicLong nanos = new AtomicLong();
        VirtualClock clock = VirtualClock.following(END, nanos::get, 1_000_000);
        assertEquals(Long.MAX_VALUE, clock.realNanosUntil(END.plusNanos(1)));
        assertEquals(0, clock.realNanosUntil(END));
    }

    @Test
    void neverGoesBack() {
        VirtualClock clock = VirtualClock.standingAt(NOON);
        assertThrows(IllegalArgumentException.class, () -> clock.setTo(NOON.minusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofNanos(-1)));
        assertEquals(NOON, clock.instant());
    }

    @Test
    void stepsToTheNextEventIfThereIsOne() {
        VirtualClock clock = VirtualClock.standingAt(NOON);
        assertEquals(Optional.of(NOON.plusSeconds(5)), clock.step(now -> Optional.of(NOON.plusSeconds(5))));
        assertEquals(Optional.empty(), clock.step(now -> Optional.empty()));
        assertEquals(Optional.empty(), clock.step(now -> Optional.of(Instant.MAX)));
        assertEquals(NOON.plusSeconds(5), clock.instant());
    }

    @Test
    void movesOneStepForEachConcurrentCall() {
        VirtualClock clock = VirtualClock.standingAt(NOON);
        IntStream.range(0, 20_000).parallel().forEach(i -> clock.step(now -> Optional.of(now.plusSeconds(1))));
        assertEquals(NOON.plusSeconds(20_000), clock.instant());
    }

    @Test
    void continuesFromTheSameTimeWhenItsSpeedChanges() {
        VirtualClock clock = VirtualClock.following(1_000);
        Instant before = clock.instant();
        clock.freeze();
        Instant frozen = clock.instant();
        assertTrue(!frozen.isBefore(before));
        assertEquals(frozen, clock.instant());
        clock.resume();
        assertTrue(!clock.instant().isBefore(frozen));
        assertEquals(1, clock.speed());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1_000_001})
    void refusesAnInvalidSpeed(double speed) {
        assertThrows(IllegalArgumentException.class, () -> VirtualClock.following(speed));
        VirtualClock clock = VirtualClock.standingAt(NOON);
        assertThrows(IllegalArgumentException.class, () -> clock.speed(speed));
    }
}
