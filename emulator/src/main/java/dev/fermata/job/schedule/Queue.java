package dev.fermata.job.schedule;

import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobHistory.Run;
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
 * proportion to these. Not safe for use by many threads: used within a change of the tables.
 */
public final class Queue {
    /** A job in line, and its turn. */
    public record Place(String job, Run run) {
        Instant turnAt() {
            return run.turnAt();
        }

        Instant leavesAt() {
            return run.leavesAt();
        }

        Place movedTo(Instant turn) {
            return new Place(job, new Run(run.script(), run.startedAt(), turn, run.answer()));
        }
    }

    private final int servers;
    private final List<Place> running = new ArrayList<>();
    private final List<Place> waiting = new ArrayList<>();
    private final PriorityQueue<Instant> busyUntil = new PriorityQueue<>();

    /** A queue before so many servers, at least 1. */
    public Queue(int servers) {
        this.servers = servers;
    }

    /** When a job would start that was accepted at {@code acceptedAt} and is next in line. */
    public Instant nextStart(Script script, Instant acceptedAt) {
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
    public void add(String job, Run run, Instant now) {
        boolean standsInLine = !run.script().stepwise() && !run.script().waitsForever();
        if (standsInLine && run.leavesAt().isAfter(now)) {
            Place place = new Place(job, run);
            waiting.add(place);
            occupy(place);
        }
    }

    /** Takes a job that was ended by hand out of the line; answers those behind it whose turn has moved up. */
    public List<Place> removeEnded(String ended, Instant now) {
        if (!remove(waiting, ended) && !remove(running, ended)) {
            return List.of();
        }
        serve(now);
        busyUntil.clear();
        running.forEach(this::occupy);
        List<Place> moved = new ArrayList<>();
        Instant last = now;
        for (int i = 0; i < waiting.size(); i++) {
            Place before = waiting.get(i);
            last = freeFrom(
                    later(before.run().startedAt().plus(before.run().script().delay()), last));
            Place place = before.movedTo(last);
            if (!before.turnAt().equals(last)) {
                waiting.set(i, place);
                moved.add(place);
            }
            occupy(place);
        }
        return moved;
    }

    /** How many are still waiting at {@code now}. */
    public int waiting(Instant now) {
        serve(now);
        return waiting.size();
    }

    /** The place of a job among those waiting, from 1; also 1 for one that waits no longer. */
    public int position(String job, Instant now) {
        serve(now);
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).job().equals(job)) {
                return i + 1;
            }
        }
        return 1;
    }

    public void clear() {
        running.clear();
        waiting.clear();
        busyUntil.clear();
    }

    /** Lets those start whose turn has come, and those leave whose time is over. */
    private void serve(Instant now) {
        int started = 0;
        while (started < waiting.size() && !waiting.get(started).turnAt().isAfter(now)) {
            started++;
        }
        List<Place> served = waiting.subList(0, started);
        running.addAll(served);
        served.clear();
        running.removeIf(place -> !place.leavesAt().isAfter(now));
    }

    private Instant freeFrom(Instant start) {
        return busyUntil.size() < servers ? start : later(start, busyUntil.element());
    }

    private void occupy(Place place) {
        if (busyUntil.size() == servers) {
            busyUntil.remove();
        }
        busyUntil.add(place.leavesAt());
    }

    private static boolean remove(List<Place> places, String job) {
        return places.removeIf(place -> place.job().equals(job));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
