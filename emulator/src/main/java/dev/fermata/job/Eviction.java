package dev.fermata.job;

import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Scores;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which jobs may go to make room for others: those that have ended and of which nothing lasts. A score that came of a job
 * keeps it until it is deleted for good. Used within a change of the tables.
 */
final class Eviction {
    /** How many jobs are looked at for one that is evicted, at most; the next attempt goes on from there. */
    private static final int MOST_LOOKS = 200;

    private final JobTable table;
    private final Scores scores;
    /** Their ids. */
    private final Queue<String> oldestFirst = new ArrayDeque<>();

    private final AtomicLong count = new AtomicLong();

    Eviction(JobTable table, Scores scores) {
        this.table = table;
        this.scores = scores;
    }

    void expect(Job job) {
        oldestFirst.add(job.id());
    }

    /** Forgets all jobs, to have them expected again. */
    void clear() {
        oldestFirst.clear();
    }

    /** How many have gone. */
    long count() {
        return count.get();
    }

    /** Notes that so many have gone. */
    void count(int gone) {
        count.addAndGet(gone);
    }

    /** Takes the oldest jobs that may go out of the line: the wanted number, or fewer if there are fewer. */
    List<Job> next(int wanted, Instant now) {
        List<Job> gone = new ArrayList<>();
        int looks = Math.min(oldestFirst.size(), MOST_LOOKS);
        for (int i = 0; i < looks && gone.size() < wanted; i++) {
            String id = oldestFirst.remove();
            Job job = table.find(id).orElseThrow();
            if (mayGo(job, now)) {
                gone.add(job);
            } else {
                oldestFirst.add(id);
            }
        }
        return gone;
    }

    /** Whether the score of a job was deleted, and its documents with it. */
    boolean isScoreGone(Job job, Instant now) {
        return job.needsRoom(now)
                && job.order()
                        .draft()
                        .map(ScoreDraft::id)
                        .filter(score -> !scores.isTaken(score))
                        .isPresent();
    }

    private boolean mayGo(Job job, Instant now) {
        boolean keepsScore = job.order().draft().isPresent() && job.needsRoom(now) && !isScoreGone(job, now);
        return job.stateAt(now).isTerminal() && !keepsScore;
    }
}
