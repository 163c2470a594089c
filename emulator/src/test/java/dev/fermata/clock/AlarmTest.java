package dev.fermata.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Alarms on a clock that stands still, and is moved.
 *
 * <pre>
 *      12:00        12:01        12:02        12:03
 *        |------------|------------|------------|----
 *      set to 12:02   advance      advance
 *                     (silent)     rings once   (silent)
 * </pre>
 */
class AlarmTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(1);

    private final VirtualClock clock = VirtualClock.standingAt(NOON);
    private final Semaphore rings = new Semaphore(0);

    private Alarm alarmAt(Duration afterNoon) {
        Alarm alarm = clock.alarm(LONG, rings::release);
        alarm.setTo(NOON.plus(afterNoon));
        return alarm;
    }

    private void assertRings() throws InterruptedException {
        assertTrue(rings.tryAcquire(20, TimeUnit.SECONDS), "the alarm rings");
    }

    /** Another alarm, set to the present, has rung since: the first would have rung before it. */
    private void assertSilent() throws InterruptedException {
        Semaphore other = new Semaphore(0);
        Alarm present = clock.alarm(LONG, other::release);
        present.setTo(clock.instant());
        assertTrue(other.tryAcquire(20, TimeUnit.SECONDS));
        present.cancel();
        assertEquals(0, rings.availablePermits(), "the alarm is silent");
    }

    @Nested
    class Rings {
        @Test
        void whenTheClockReachesItsTimeAndNotBefore() throws InterruptedException {
            alarmAt(MINUTE.multipliedBy(2));
            clock.advance(MINUTE);
            assertSilent();
            clock.advance(MINUTE);
            assertRings();
        }

        @Test
        void onceForOneSetting() throws InterruptedException {
            alarmAt(MINUTE);
            clock.advance(MINUTE);
            assertRings();
            clock.advance(MINUTE);
            assertSilent();
        }

        @Test
        void againWhenItIsSetAgain() throws InterruptedException {
            Alarm alarm = alarmAt(MINUTE);
            clock.advance(MINUTE);
            assertRings();
            alarm.setTo(NOON.plus(MINUTE.multipliedBy(2)));
            clock.advance(MINUTE);
            assertRings();
        }

        @Test
        void atTheLaterTimeWhenItIsMoved() throws InterruptedException {
            Alarm alarm = alarmAt(MINUTE);
            alarm.setTo(NOON.plus(MINUTE.multipliedBy(3)));
            clock.advance(MINUTE);
            assertSilent();
            clock.advance(MINUTE.multipliedBy(2));
            assertRings();
        }

        @Test
        void whenItsPatienceIsOverThoughTheClockStands() throws InterruptedException {
            Alarm alarm = clock.alarm(Duration.ofMillis(1), rings::release);
            alarm.setTo(NOON.plus(LONG));
            assertRings();
            assertTrue(alarm.isOutOfPatience());
            assertEquals(NOON, clock.instant());
        }

        @Test
        void whenTheClockIsReleased() throws InterruptedException {
            Alarm alarm = alarmAt(LONG);
            clock.release();
            assertRings();
            assertTrue(alarm.isOutOfPatience());
        }

        @Test
        void atOnceWhenItIsMadeAfterTheRelease() throws InterruptedException {
            clock.release();
            alarmAt(LONG);
            assertRings();
        }
    }

    @Nested
    class IsSilent {
        @Test
        void onceItIsCanceled() throws InterruptedException {
            alarmAt(MINUTE).cancel();
            clock.advance(MINUTE);
            assertSilent();
        }

        @Test
        void untilItIsSet() throws InterruptedException {
            Alarm alarm = clock.alarm(LONG, rings::release);
            clock.advance(LONG);
            assertSilent();
            assertFalse(alarm.isOutOfPatience());
        }
    }
}
