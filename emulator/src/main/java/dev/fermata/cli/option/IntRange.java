package dev.fermata.cli.option;

import java.math.BigDecimal;

/** Whole numbers of the size of an int. */
public abstract class IntRange extends NumberInRange<Integer> {
    private IntRange(int least, int most) {
        super(least, most, true, BigDecimal::intValueExact);
    }

    /** A TCP port, or 0 for any. */
    public static final class Port extends IntRange {
        public Port() {
            super(0, 65_535);
        }
    }

    /** Credits. */
    public static final class Credits extends IntRange {
        public Credits() {
            super(0, 1_000_000_000);
        }
    }

    /** How many of something are kept. */
    public static final class Count extends IntRange {
        public Count() {
            super(0, Integer.MAX_VALUE);
        }
    }

    /** Seconds that a command may take. */
    public static final class Seconds extends IntRange {
        public Seconds() {
            super(1, 86_400);
        }
    }

    /** How many run at once. */
    public static final class Parallel extends IntRange {
        public Parallel() {
            super(1, 1_000);
        }
    }

    /** Files of a job. */
    public static final class Files extends IntRange {
        public Files() {
            super(1, 1_000);
        }
    }

    /** Pages of a job. */
    public static final class Pages extends IntRange {
        public Pages() {
            super(1, 10_000);
        }
    }

    /** Days for which data is kept. */
    public static final class Days extends IntRange {
        public Days() {
            super(1, 3_650);
        }
    }

    /** A limit of at least 1, or {@code none}. */
    public static final class Limit extends IntRange {
        public Limit() {
            super(1, Integer.MAX_VALUE);
        }

        @Override
        public Integer convert(String text) {
            return text.equals(NONE) ? Integer.valueOf(Integer.MAX_VALUE) : super.convert(text);
        }

        @Override
        String also() {
            return ", or none";
        }
    }
}
