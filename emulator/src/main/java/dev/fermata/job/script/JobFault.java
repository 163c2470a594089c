package dev.fermata.job.script;

import dev.fermata.job.order.Order;
import java.time.Duration;

/** What goes otherwise with a job than its client expects. */
public sealed interface JobFault {
    /** The script of a job that this befalls, made of the one it would have had. */
    default Script on(Script script, Order.Kind kind) {
        return script.with(this);
    }

    /** It fails. */
    record Fails(Failure because, At at) implements JobFault {
        @Override
        public Script on(Script script, Order.Kind kind) {
            return script.with(this).failing(this);
        }
    }

    /**
     * It gets so far and no further, whoever polls it or tells it to step; it can still be ended by hand.
     *
     * @param percent 0 to 99
     */
    record Stalls(int percent) implements JobFault {
        public Stalls {
            requirePercent(0, percent, 99);
        }
    }

    /**
     * It takes so many times as long. Where steps or nothing at all take the place of time, nothing changes.
     *
     * @param factor more than 0, up to 1,000,000; less than 1 is faster
     */
    record Slower(double factor) implements JobFault {
        private static final int MOST = 1_000_000;

        public Slower {
            if (!(factor > 0 && factor <= MOST)) {
                throw new IllegalArgumentException(
                        "a job takes more than 0 and up to " + MOST + " times as long, not " + factor);
            }
        }

        @Override
        public Script on(Script script, Order.Kind kind) {
            return script.with(this).slower(factor);
        }
    }

    /**
     * What it shows drops once, and climbs again; it ends when it would have ended.
     *
     * @param from at which percent it drops, 1 to 99
     * @param to to which percent, from 0
     */
    record GoesBack(int from, int to) implements JobFault {
        public GoesBack {
            requirePercent(1, from, 99);
            requirePercent(0, to, from - 1);
        }
    }

    /** It is done, and nothing came of it. */
    record WithoutResult() implements JobFault {}

    /**
     * It is done, and what came of it can be fetched only later.
     *
     * @param by how much later, by the world's clock: more than 0, up to 3,650 days
     */
    record ResultLate(Duration by) implements JobFault {
        private static final Duration MOST = Duration.ofDays(3_650);

        public ResultLate {
            if (by.isNegative() || by.isZero() || by.compareTo(MOST) > 0) {
                throw new IllegalArgumentException(
                        "a result is late by more than nothing and up to " + MOST.toDays() + " days, not by " + by);
            }
        }
    }

    /**
     * Its client does not find it any more. It goes on unseen: what it cost stays charged, and a score that it makes
     * turns up.
     *
     * @param percent from which on: 0 from the very first, 100 once it is done
     */
    record Vanishes(int percent) implements JobFault {
        public Vanishes {
            requirePercent(0, percent, 100);
        }
    }

    /**
     * It waits for its client after the last page, though that did not ask to look, and goes on when its client says
     * so. A job whose client has nothing to say goes its normal way.
     */
    record AwaitsOnce() implements JobFault {
        @Override
        public Script on(Script script, Order.Kind kind) {
            return kind == Order.Kind.JOB ? script.with(this).reviewed(true) : script;
        }
    }

    /**
     * It waits for its client after the last page, though that did not ask to look, and whatever it says. A job whose
     * client has nothing to say stalls there.
     */
    record AwaitsForever() implements JobFault {
        @Override
        public Script on(Script script, Order.Kind kind) {
            Work work = script.work();
            return kind == Order.Kind.JOB
                    ? script.with(this).reviewed(true)
                    : script.with(new Stalls(work.percentAt(work.read())));
        }
    }

    /** Refuses a percent that is out of its range. */
    static void requirePercent(int least, int percent, int most) {
        if (percent < least || percent > most) {
            throw new IllegalArgumentException(
                    "this percent is between " + least + " and " + most + ", not " + percent);
        }
    }
}
