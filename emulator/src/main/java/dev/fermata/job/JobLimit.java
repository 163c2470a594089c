package dev.fermata.job;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many jobs all worlds of a server hold together, those of both vendors and exports among them. Beyond the limit the
 * oldest jobs that have ended are evicted, first in the world that holds the most; a job whose score is still there is not.
 * Safe for use by many threads.
 *
 * <p>A place is taken before a job is made, outside of a change: evicting changes other worlds.
 */
public final class JobLimit {
    private static final Logger LOG = LoggerFactory.getLogger(JobLimit.class);

    /** It evicts this share of the limit at once, and not more than {@link #MOST_AT_ONCE}. */
    private static final int SHARE = 64;

    private static final int MOST_AT_ONCE = 100;

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<Places> holders = ConcurrentHashMap.newKeySet();
    private final AtomicLong evicted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** A limit of {@code most} jobs, at least 1. */
    public JobLimit(int most) {
        this.most = most;
    }

    /** How many there may be. */
    public int most() {
        return most;
    }

    /** The message of a refusal by a limit of {@code most} jobs. */
    public static String refusal(int most) {
        return "Fermata holds " + most + " jobs, its limit, and none that has ended can be evicted; end worlds, delete"
                + " imported scores for good, or set --max-jobs (FERMATA_MAX_JOBS, maxJobs) higher";
    }

    void enter(Places holder) {
        holders.add(holder);
    }

    /** The places of a world that has ended. */
    void leave(Places holder, int places) {
        holders.remove(holder);
        giveBack(places);
    }

    /** Takes places, for which finished jobs may have to go; answers whether there were enough. */
    boolean take(int places) {
        boolean free = takeFree(places) || makeRoom(places);
        if (!free) {
            log(refused, "{} jobs were refused: the limit of {} jobs is reached, and none can be evicted", 1);
        }
        return free;
    }

    void giveBack(int places) {
        taken.addAndGet(-places);
    }

    private boolean takeFree(int places) {
        int before = taken.getAndUpdate(now -> most - now >= places ? now + places : now);
        return most - before >= places;
    }

    private synchronized boolean makeRoom(int places) {
        int gone;
        do {
            gone = evict(Math.max(places, Math.min(most / SHARE, MOST_AT_ONCE)));
        } while (gone > 0 && !takeFree(places));
        return gone > 0;
    }

    private int evict(int wanted) {
        List<Places> largestFirst = holders.stream()
                .sorted(Comparator.comparingInt(Places::count).reversed())
                .toList();
        int gone = 0;
        for (Places holder : largestFirst) {
            gone += gone < wanted ? holder.evict(wanted - gone) : 0;
        }
        if (gone > 0) {
            log(evicted, "{} finished jobs were evicted: the limit of {} jobs is reached", gone);
        }
        return gone;
    }

    /** Counts, and logs each time the count has doubled. */
    private void log(AtomicLong counter, String message, int more) {
        long before = counter.getAndAdd(more);
        long after = before + more;
        if (Long.highestOneBit(after) != Long.highestOneBit(before)) {
            LOG.warn(message, after, most);
        }
    }
}
