package dev.fermata.job;

/** Why an order is not taken in. Each face has one table from these to its own words. */
public sealed interface Refusal {
    /** For an exhaustive switch. */
    enum Kind {
        PLAN_WITHOUT_RECOGNITION,
        NO_ROOM_FOR_SCORES,
        CREDITS_SHORT,
        QUEUE_FULL
    }

    Kind kind();

    /** The account's plan does not include recognition. */
    record PlanWithoutRecognition(String plan) implements Refusal {
        @Override
        public Kind kind() {
            return Kind.PLAN_WITHOUT_RECOGNITION;
        }
    }

    /** The account owns as many scores as its plan has room for. */
    record NoRoomForScores(int mostScores) implements Refusal {
        @Override
        public Kind kind() {
            return Kind.NO_ROOM_FOR_SCORES;
        }
    }

    /** The account has fewer credits than it would cost. */
    record CreditsShort(int required, int available) implements Refusal {
        @Override
        public Kind kind() {
            return Kind.CREDITS_SHORT;
        }
    }

    /** As many are waiting as the queue holds. */
    record QueueFull(int waiting) implements Refusal {
        @Override
        public Kind kind() {
            return Kind.QUEUE_FULL;
        }
    }
}
