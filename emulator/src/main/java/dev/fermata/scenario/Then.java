package dev.fermata.scenario;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.job.timeline.JobFault;
import dev.fermata.vendor.VendorName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What happens. */
public sealed interface Then {
    /** As long as anything takes. */
    Duration LONGEST = Duration.ofHours(1);

    /** When in the life of a request it has its effect. */
    enum Moment {
        /** Before the request is read. */
        BEFORE,
        /** In place of the operation. */
        INSTEAD,
        /** After the operation, to what it is answered. */
        AFTER,
        /** When a job begins. */
        JOB
    }

    /** See {@link Moment}. */
    Moment moment();

    /** Whether it can happen to a request to this vendor. */
    default boolean concerns(VendorName vendor) {
        return true;
    }

    /** A job goes otherwise. */
    record Job(JobFault fault) implements Then {
        @Override
        public Moment moment() {
            return Moment.JOB;
        }
    }

    /**
     * An error, in the vendor's own shape.
     *
     * @param status 400 to 599
     * @param code the vendor's code; that which goes with the status when empty
     */
    record Refusal(int status, Optional<String> code) implements Then {
        public Refusal {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("the status of an error is 400 to 599, not " + status);
            }
        }

        @Override
        public Moment moment() {
            return Moment.INSTEAD;
        }
    }

    /**
     * The HTML page of a proxy that did not reach the vendor.
     *
     * @param status 502, 503 or 504
     */
    record ProxyPage(int status) implements Then {
        public ProxyPage {
            if (!Set.of(502, 503, 504).contains(status)) {
                throw new IllegalArgumentException("a proxy answers 502, 503 or 504, not " + status);
            }
        }

        @Override
        public Moment moment() {
            return Moment.INSTEAD;
        }
    }

    /** The operation is carried out, and its answer garbled. */
    record Garbled(Garbling how) implements Then {
        @Override
        public Moment moment() {
            return Moment.AFTER;
        }
    }

    /** What can be wrong with an answer. */
    enum Garbling {
        /** States and types that the client has never heard of. */
        UNKNOWN_VALUES,
        /** Fields that the client has never heard of. */
        EXTRA_FIELDS,
        /** JSON that says it is plain text. */
        WRONG_TYPE,
        /** The first half of the JSON, as if it were all. */
        TRUNCATED,
        /** What is no JSON, and says it is. */
        MALFORMED
    }

    /**
     * The answer comes late.
     *
     * @param by by the world's clock, and never later than so much real time
     * @param jitter how much more it may be, evenly spread
     */
    record Latency(Duration by, Duration jitter) implements Then {
        public Latency {
            if (by.isNegative() || jitter.isNegative()) {
                throw new IllegalArgumentException("neither a latency nor its jitter is less than nothing");
            }
            boolean bothShort = by.compareTo(LONGEST) <= 0 && jitter.compareTo(LONGEST) <= 0;
            requireReasonable(bothShort ? by.plus(jitter) : by.compareTo(jitter) > 0 ? by : jitter);
        }

        @Override
        public Moment moment() {
            return Moment.AFTER;
        }
    }

    /** The body of the answer trickles in, over so much time. */
    record SlowBody(Duration over) implements Then {
        public SlowBody {
            requireReasonable(over);
        }

        @Override
        public Moment moment() {
            return Moment.AFTER;
        }
    }

    /** The connection is reset. */
    record Reset(At at) implements Then {
        /** Where. */
        public enum At {
            /** The request is not read, and nothing is done. */
            REQUEST,
            /** All is done, and no byte of the answer is sent: whoever just tries again may pay twice. */
            ANSWER,
            /** In the middle of the answer's body. */
            BODY
        }

        @Override
        public Moment moment() {
            return at == At.REQUEST ? Moment.BEFORE : Moment.AFTER;
        }
    }

    /** The connection is reset, and for so much time every new one is refused; those of other worlds too. */
    record Refused(Duration until) implements Then {
        public Refused {
            requireReasonable(until);
        }

        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }
    }

    /** From now on the account has this number of credits, from 0 to {@link CreditLedger#MOST}. */
    record Credits(int left) implements Then {
        public Credits {
            CreditLedger.requireInRange("credits", left);
        }

        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }
    }

    /** The account has subscribed to this, as far as this request goes. ScoreFlow has no plans. */
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

    /** The account has this limit in the place of its usual one. */
    record Limited(RateLimit.Rule rule) implements Then {
        @Override
        public Moment moment() {
            return Moment.BEFORE;
        }
    }

    private static void requireReasonable(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("this takes more than nothing and up to an hour, not " + time);
        }
    }
}
