package dev.fermata.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Who is served when: jobs in the order they came, by a number of servers at once.
 *
 * <p>Starts follow from the ends of those before. They are computed when a job comes, and again when one is ended by
 * hand; a poll only looks them up. Starts never decrease along the line, so a place is found by bisection. Step-by-step
 * jobs do not stand in line: their turn is not a matter of time.
 *
 * <p>Not safe for use by many threads: {@link Jobs} holds its lock.
 */
final class Queue {
    /** The turn of those behind one that never leaves, as long as nobody ends that. */
    static final Instant NEVER = Instant.MAX;

    private final int servers;
    private final List<Job> line = new ArrayList<>();
    private final PriorityQueue<Instant> busyUntil = new PriorityQueue<>();

    /** A queue before so many servers, at least 1. */
    Queue(int servers) {
        this.servers = servers;
    }

    /** When a job would start that was accepted at {@code acceptedAt} and is next in line. */
    Instant nextStart(Script script, Instant acceptedAt) {
        if (script.waitsForever()) {
            return NEVER;
        }
        Instant start = acceptedAt.plus(script.delay());
        if (!line.isEmpty()) {
            start = later(start, line.get(line.size() - 1).turnAt());
        }
        return freeFrom(start);
    }

    /** Puts a job at the end of the line, unless it stands for itself. */
    void add(Job job) {
        if (!job.isStepwise() && !job.script().waitsForever()) {
            line.add(job);
            occupy(job);
        }
    }

    /** Takes a job that was ended by hand out of the line, and moves up those behind it. */
    void endedByHand(Job ended, Instant now) {
        if (ended.turnAt().isAfter(now)) {
            line.remove(ended);
        }
        busyUntil.clear();
        Instant last = Instant.MIN;
        for (Job job : line) {
            if (job.turnAt().isAfter(now)) {
                Instant earliest = later(job.startedAt().plus(job.script().delay()), later(now, last));
                job.moveTurnTo(freeFrom(earliest));
            }
            last = job.turnAt();
            occupy(job);
        }
    }

    /** Whether a turn comes by itself. */
    static boolean comes(Instant turn) {
        return turn.isBefore(NEVER);
    }

    /** How many are still waiting at {@code now}. */
    int waiting(Instant now) {
        return line.size() - startedBy(now);
    }

    /** The place of a job among those waiting, from 1; also 1 for one that waits no longer. */
    int position(Job job, Instant now) {
        int place = startedBefore(job.turnAt());
        while (place < line.size() && line.get(place) != job) {
            place++; // only past those that start at the very same instant
        }
        return Math.max(place - startedBy(now) + 1, 1);
    }

    private Instant freeFrom(Instant start) {
        return busyUntil.size() < servers ? start : later(start, busyUntil.element());
    }

    private void occupy(Job job) {
        if (busyUntil.size() == servers) {
            busyUntil.remove();
        }
        busyUntil.add(job.leavesAt());
    }

    private int startedBy(Instant now) {
        return startedBefore(now.plusNanos(1));
    }

    private int startedBefore(Instant instant) {
        int low = 0;
        int high = line.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (line.get(middle).turnAt().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
