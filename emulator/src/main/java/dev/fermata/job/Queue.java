package dev.fermata.job;

import dev.fermata.job.timeline.Script;
import dev.fermata.job.timeline.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Who is served when: jobs in the order they came, by a number of servers at once.
 *
 * <p>Starts follow from the ends of those before. They are computed when a job comes, and again when one is ended by
 * hand; a poll only looks them up. Starts never decrease along the line. Step-by-step jobs do not stand in line: their
 * turn is not a matter of time.
 *
 * <p>It holds the jobs that wait and those that keep a server busy, and none that has left: whatever happens costs in
 * proportion to these. Not safe for use by many threads: {@link Jobs} holds its lock.
 */
final class Queue {
    private final int servers;
    private final List<Job> running = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private final PriorityQueue<Instant> busyUntil = new PriorityQueue<>();

    /** A queue before so many servers, at least 1. */
    Queue(int servers) {
        this.servers = servers;
    }

    /** When a job would start that was accepted at {@code acceptedAt} and is next in line. */
    Instant nextStart(Script script, Instant acceptedAt) {
        Instant start = Turn.alone(script, acceptedAt);
        if (!Turn.comes(start)) {
            return Turn.NEVER;
        }
        return freeFrom(
                waiting.isEmpty()
                        ? start
                        : later(start, waiting.get(waiting.size() - 1).turnAt()));
    }

    /** Puts a job at the end of the line, unless it stands for itself or has left by {@code now}. */
    void add(Job job, Instant now) {
        boolean standsInLine = !job.isStepwise() && !job.script().waitsForever();
        if (standsInLine && job.leavesAt().isAfter(now)) {
            waiting.add(job);
            occupy(job);
        }
    }

    /** Takes a job that was ended by hand out of the line, and moves up those behind it. */
    void removeEnded(Job ended, Instant now) {
        if (!waiting.remove(ended) && !running.remove(ended)) {
            return;
        }
        serve(now);
        busyUntil.clear();
        running.forEach(this::occupy);
        Instant last = now;
        for (Job job : waiting) {
            last = freeFrom(later(job.startedAt().plus(job.script().delay()), last));
            if (!job.turnAt().equals(last)) {
                job.moveTurnTo(last, now);
            }
            occupy(job);
        }
    }

    /** How many are still waiting at {@code now}. */
    int waiting(Instant now) {
        serve(now);
        return waiting.size();
    }

    /** The place of a job among those waiting, from 1; also 1 for one that waits no longer. */
    int position(Job job, Instant now) {
        serve(now);
        return Math.max(waiting.indexOf(job) + 1, 1);
    }

    /** Lets those start whose turn has come, and those leave whose time is over. */
    private void serve(Instant now) {
        int started = 0;
        while (started < waiting.size() && !waiting.get(started).turnAt().isAfter(now)) {
            started++;
        }
        List<Job> served = waiting.subList(0, started);
        running.addAll(served);
        served.clear();
        running.removeIf(job -> !job.leavesAt().isAfter(now));
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

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
