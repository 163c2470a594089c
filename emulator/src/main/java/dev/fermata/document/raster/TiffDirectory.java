package dev.fermata.document.raster;

import java.util.HashMap;
import java.util.Map;

/** What a directory of a TIFF says of its picture, as far as it matters here. */
final class TiffDirectory {
    /** Far more strips or tiles than a page is cut into. */
    static final int MOST_PARTS = 1_000_000;

    private static final int KIND = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;

    private static final int SMALLER_COPY = 1;
    private static final int MASK = 4;
    private static final long[] NONE = {};

    private final Map<Integer, long[]> values = new HashMap<>();

    static boolean matters(int tag) {
        return switch (tag) {
            case KIND, WIDTH, HEIGHT, STRIP_OFFSETS, STRIP_LENGTHS, TILE_OFFSETS, TILE_LENGTHS -> true;
            default -> false;
        };
    }

    void put(int tag, long[] numbers) {
        values.put(tag, numbers);
    }

    boolean isPage() {
        return (first(KIND) & (SMALLER_COPY | MASK)) == 0;
    }

    /** Refuses a picture of a wrong size, or one whose pixels lie beyond the end of the file. */
    void check(long fileSize) throws DamagedException, TooComplexException {
        Bounds.checkSize(first(WIDTH), first(HEIGHT));
        checkParts(STRIP_OFFSETS, STRIP_LENGTHS, fileSize);
        checkParts(TILE_OFFSETS, TILE_LENGTHS, fileSize);
    }

    private void checkParts(int offsetsTag, int lengthsTag, long fileSize) throws DamagedException {
        long[] offsets = values.getOrDefault(offsetsTag, NONE);
        long[] lengths = values.getOrDefault(lengthsTag, NONE);
        for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
            if (lengths[i] < 0 || lengths[i] > fileSize || offsets[i] < 0 || offsets[i] > fileSize - lengths[i]) {
                throw new DamagedException("pixels beyond the end of the file");
            }
        }
    }

    private long first(int tag) {
        long[] numbers = values.getOrDefault(tag, NONE);
        return numbers.length == 0 ? 0 : numbers[0];
    }
}
