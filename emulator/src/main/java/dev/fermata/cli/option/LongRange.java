package dev.fermata.cli.option;

import java.math.BigDecimal;

/** Whole numbers of the size of a long. */
public abstract class LongRange extends NumberInRange<Long> {
    private LongRange(long least, long most) {
        super(least, most, true, BigDecimal::longValueExact);
    }

    /** Any number. */
    public static final class Any extends LongRange {
        public Any() {
            super(Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    /** Bytes of memory. */
    public static final class Bytes extends LongRange {
        public Bytes() {
            super(0, Long.MAX_VALUE);
        }
    }

    /** Bytes of a file. */
    public static final class FileBytes extends LongRange {
        public FileBytes() {
            super(1, 1 << 30);
        }
    }

    /** Bytes on disk, or {@code none} for no limit. */
    public static final class DiskLimit extends LongRange {
        public DiskLimit() {
            super(1 << 20, Long.MAX_VALUE);
        }

        @Override
        public Long convert(String text) {
            return text.equals(NONE) ? Long.valueOf(Long.MAX_VALUE) : super.convert(text);
        }

        @Override
        String also() {
            return ", or none";
        }
    }
}
