package dev.fermata.scenario;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.job.script.JobFault;
import dev.fermata.vendor.VendorName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The effect of a scenario. */
public sealed interface Then {
    /** The maximum of all durations. */
    Duration LONGEST = Duration.ofHours(1);

    /** When in the life of a request the effect happens. */
    enum Moment {
        /** Before the request is read. */
        BEFORE,
        /** Instead of the operation. */
        INSTEAD,
        /** After the operation, to its answer. */
        AFTER,
        /** When a job starts. */
        JOB
    }

    /** See {@link Moment}. */
    Moment moment();

    /** Whether it can apply to requests to this vendor. */
    default boolean concerns(VendorName vendor) {
        return true;
    }

    /** Changes how a job goes. */
    record Job(JobFault fault) implements Then {
        @Override
        public Moment moment() {
            return Moment.JOB;
        }
    }

    /**
     * An error in the vendor's own format.
     *
     * @param status 400 to 599
     * @param code the vendor's error code; empty for the default of the status
     */
    record Refusal(int status, Optional<String> code) implements Then {
        public Refusal {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status must be from 400 to 599, was " + status);
            }
        }

        @Override
        public Moment moment() {
            return Moment.INSTEAD;
        }
    }

    /**
     * The HTML page of a proxy that cannot reach the vendor.
     *
     * @param status 502, 503 or 504
     */
    record ProxyPage(int status) implements Then {
        public ProxyPage {
            if (!Set.of(502, 503, 504).contains(status)) {
                throw new IllegalArgumentException("status must be 502, 503 or 504, was " + status);
            }
        }

        @Override
        public Moment moment() {
            return Moment.INSTEAD;
        }
    }

    /** Carries out the operation and damages its answer. */
    record Garbled(Garbling how) implements Then {
        @Override
        public Moment moment() {
            return Moment.AFTER;
        }
    }

    /** The kinds of damage. */
    enum Garbling {
        /** States and types with unknown values. */
        UNKNOWN_VALUES,
        /** Unknown fields. */
        EXTRA_FIELDS,
        /** JSON labelled as plain text. */
        WRONG_TYPE,
        /** The first half of the JSON, sent as if it were complete. */
        TRUNCATED,
        /** Malformed JSON, labelled as JSON. */
        MALFORMED
    }

    /**
     * Delays the answer.
     *
     * @param by the delay, by the world's clock, and at most that much real time
     * @param jitter the maximum random addition, evenly distributed
     */
    record Latency(Duration by, Duration jitter) implements Then {
        public Latency {
            if (by.isNegative() || jitter.isNegative()) {
                throw new IllegalArgumentException(
                        "latency and jitter must not be negative, were " + by + " and " + jitter);
            }
            boolean bothShort = by.compareTo(LONGEST) <= 0 && jitter.compareTo(LONGEST) <= 0;
            requireInRange(
                    "latency and jitter together",
                    bothShort ? by.plus(jitter) : by.compareTo(jitter) > 0 ? by : jitter);
        }

        @Override
        public Moment moment() {
            return Moment.AFTER;
        }
    }

    /** Sends the body of the answer slowly, over this time. */
    record SlowBody(Duration over) implements Then {
        public SlowBody {
            requireInRange("slowBody", over);
        }

        @Override
        public Moment moment() {
            return Moment.AFTER;
        }
    }

    /** Resets the connection. */
    record Reset(At at) implements Then {
        /** When the connection is reset. */
        public enum At {
            /** Before the request is read; nothing is carried out. */
            REQUEST,
            /**
             * After the operation, before the first byte of the answer: a client that simply retries may pay twice.
             */
            ANSWER,
            /** In the middle of the answer's body. */
            BODY
        }

        @Override
        public Moment moment() {
            return at == At.REQUEST ? Moment.BEFORE : Moment.AFTER;
        }
    }

    /** Resets the connection and refuses all new connections for this time, including those to other worlds. */
    record Refused(Duration until) implements Then {
        public Refused {
            requireInRange("refused", until);
        }

        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }
    }

    /** Sets the credits of the account, from 0 to {@link CreditLedger#MOST}. */
    record Credits(int left) implements Then {
        public Credits {
            CreditLedger.requireInRange("credits", left);
        }

        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }
    }

    /** Treats the account as a subscriber of this plan, for this request. ScoreFlow has no plans. */
    record Subscribed(Plan plan) implements Then {
        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }

        @Override
        public boolean concerns(VendorName vendor) {
            return vendor == VendorName.FLAT;
        }
    }

    /** Replaces the rate limit of the account. */
    record Limited(RateLimit.Rule rule) implements Then {
        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }
    }

    private static void requireInRange(String field, Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(field + " must be longer than PT0S and at most PT1H, was " + time);
        }
    }
}
