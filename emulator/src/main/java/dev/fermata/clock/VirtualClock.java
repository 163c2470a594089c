package dev.fermata.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * The time of one world: it follows real time at a speed, stands still, or is moved.
 *
 * <p>It never goes back: otherwise ledgers and jobs would contradict what a client has already seen. At any speed it
 * stops at {@link #END}. Thread-safe.
 */
public final class VirtualClock extends Clock {
    /** From {@code realNanos} on, {@code speed} virtual seconds pass in a real second. */
    private record Anchor(Instant at, long realNanos, double speed) {
        Instant instant(long nanos) {
            double passed = (nanos - realNanos) * speed;
            // Not Duration.between: over centuries it throws and catches an exception, at each poll.
            double left = (END.getEpochSecond() - at.getEpochSecond()) * NANOS - at.getNano();
            if (passed >= left) {
                return END;
            }
            return passed < LONG_NANOS ? at.plusNanos((long) passed) : at.plusSeconds((long) (passed / NANOS));
        }
    }

    /** The time at which every clock stops. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    /** The last instant that dates can express; a deadline at it is still in the future when the clock has stopped. */
    public static final Instant LAST_DATE = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final double NANOS = 1e9;

    /** Above a hundred years, a double is no longer exact to the second, and a long soon overflows. */
    private static final double LONG_NANOS = 100 * 365.25 * 86_400 * NANOS;

    private final LongSupplier nanoTime;
    private final Alarms alarms;
    private final Set<Alarm> set = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Instant>> whenMoved = new CopyOnWriteArrayList<>();
    private volatile Anchor anchor;
    private volatile boolean released;

    /** A clock that follows {@code nanoTime} instead of the system's clock. */
    static VirtualClock following(Instant start, LongSupplier nanoTime, double speed) {
        return new VirtualClock(start, nanoTime, speed, new Alarms());
    }

    private VirtualClock(Instant start, LongSupplier nanoTime, double speed, Alarms alarms) {
        this.nanoTime = nanoTime;
        this.alarms = alarms;
        this.anchor = new Anchor(start, nanoTime.getAsLong(), requireSpeed(speed));
    }

    /** A clock that starts at the real time and runs with it. */
    public static VirtualClock following() {
        return following(1);
    }

    /** A clock that starts at the real time and runs {@code speed} times as fast; 0 stands still. */
    public static VirtualClock following(double speed) {
        return following(speed, new Alarms());
    }

    /** The same, with alarms shared with other clocks. */
    public static VirtualClock following(double speed, Alarms alarms) {
        return new VirtualClock(Instant.now(), System::nanoTime, speed, alarms);
    }

    /** A clock that stands still at {@code start} until it is moved. */
    public static VirtualClock standingAt(Instant start) {
        return new VirtualClock(start, System::nanoTime, 0, new Alarms());
    }

    @Override
    public Instant instant() {
        return anchor.instant(nanoTime.getAsLong());
    }

    /** Whether it has stopped at {@link #END}. */
    public boolean hasEnded() {
        return !instant().isBefore(END);
    }

    /** The end of a period of {@code lasting} from now on, at most the last instant that dates can express. */
    public static Instant deadline(Instant now, Duration lasting) {
        return lasting.compareTo(Duration.between(now, LAST_DATE)) < 0 ? now.plus(lasting) : LAST_DATE;
    }

    /**
     * Moves the time forward by {@code amount}, at once.
     *
     * @throws BackInTimeException if it is negative
     * @throws IllegalArgumentException if the new time is after {@link #END}
     */
    public void advance(Duration amount) {
        if (amount.isNegative()) {
            throw new BackInTimeException(
                    "the duration must not be negative, because time never goes back; was " + amount);
        }
        moveFrom(now -> amount.compareTo(Duration.between(now, END)) > 0 ? Instant.MAX : now.plus(amount));
    }

    /**
     * Moves the time forward to {@code target}, at once.
     *
     * @throws BackInTimeException if the target is in the past
     * @throws IllegalArgumentException if it is after {@link #END}
     */
    public void setTo(Instant target) {
        moveFrom(now -> {
            if (target.isBefore(now)) {
                throw new BackInTimeException("time never goes back, from " + now + " to " + target);
            }
            return target;
        });
    }

    /**
     * Moves the time forward to the next event, at once. Returns the new time, or nothing if there is no event.
     * Concurrent calls move one step each.
     *
     * @param next the time of the next event after an instant, if any
     */
    public Optional<Instant> step(Function<Instant, Optional<Instant>> next) {
        Optional<Instant> target;
        synchronized (this) {
            target = next.apply(instant()).filter(then -> !then.isAfter(END));
            target.ifPresent(then -> moved(now -> now.isAfter(then) ? now : then));
        }
        target.ifPresent(this::tell);
        return target;
    }

    /** Restarts at any time, even an earlier one: for a world that has no clients yet. */
    public void restore(Instant start, double speed) {
        requireSpeed(speed);
        if (start.isBefore(Instant.EPOCH) || start.isAfter(END)) {
            throw new IllegalArgumentException("time must be from 1970-01-01T00:00:00Z to " + END + ", was " + start);
        }
        synchronized (this) {
            anchor = new Anchor(start, nanoTime.getAsLong(), speed);
        }
        set.forEach(Alarm::reschedule);
    }

    /** Stops the time where it is. */
    public void freeze() {
        speed(0);
    }

    /** Lets the time run with real time again. */
    public void resume() {
        speed(1);
    }

    /** From now on, {@code factor} virtual seconds pass in a real second; 0 stands still. */
    public void speed(double factor) {
        requireSpeed(factor);
        synchronized (this) {
            long nanos = nanoTime.getAsLong();
            anchor = new Anchor(anchor.instant(nanos), nanos, factor);
        }
        set.forEach(Alarm::reschedule);
    }

    /** The number of virtual seconds in a real second; 0 while the time stands still. */
    public double speed() {
        return anchor.speed();
    }

    /**
     * An alarm that is not set yet. Cancel it when it is no longer needed.
     *
     * @param patience the maximum of real time before it rings, from when it is set
     * @param action runs when it rings, on another thread, which it must not block
     */
    public Alarm alarm(Duration patience, Runnable action) {
        Alarm alarm = new Alarm(this, alarms, nanoTime, patience, action);
        set.add(alarm);
        if (released) {
            alarm.release();
        }
        return alarm;
    }

    /** Rings all alarms of this clock, set now or later: the world has ended, so nothing is worth waiting for. */
    public void release() {
        released = true;
        set.forEach(Alarm::release);
    }

    /** The number of alarms that have not been canceled. */
    public int alarms() {
        return set.size();
    }

    /** Calls {@code action} with each time that this clock is moved to, before the move returns. */
    public void whenMoved(Consumer<Instant> action) {
        whenMoved.add(action);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The zone of a world is UTC, like the vendors' dates. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the zone of a world's clock must be UTC");
    }

    void forget(Alarm alarm) {
        set.remove(alarm);
    }

    /** The real time until {@code target} while the clock is not moved; 0 if it is in the past. */
    long realNanosUntil(Instant target) {
        Anchor now = anchor;
        Instant instant = now.instant(nanoTime.getAsLong());
        if (!instant.isBefore(target)) {
            return 0;
        }
        if (target.isAfter(END)) {
            return Long.MAX_VALUE;
        }
        double seconds =
                target.getEpochSecond() - instant.getEpochSecond() + (target.getNano() - instant.getNano()) / 1e9;
        // A double beyond the range of long becomes Long.MAX_VALUE, which is longer than any wait.
        return now.speed() == 0 ? Long.MAX_VALUE : (long) Math.ceil(seconds * 1e9 / now.speed());
    }

    private void moveFrom(UnaryOperator<Instant> move) {
        tell(moved(move));
    }

    private void tell(Instant moved) {
        whenMoved.forEach(action -> action.accept(moved));
        set.forEach(Alarm::reschedule);
    }

    private synchronized Instant moved(UnaryOperator<Instant> move) {
        long nanos = nanoTime.getAsLong();
        Instant moved = move.apply(anchor.instant(nanos));
        if (moved.isAfter(END)) {
            throw new IllegalArgumentException("The clock stops at " + END + ", the end of the last year that dates are"
                    + " written in, and cannot be moved beyond it");
        }
        anchor = new Anchor(moved, nanos, anchor.speed());
        return moved;
    }

    private static double requireSpeed(double speed) {
        if (!(speed >= 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException("speed must be from 0 to 1,000,000, was " + speed);
        }
        return speed;
    }
}
