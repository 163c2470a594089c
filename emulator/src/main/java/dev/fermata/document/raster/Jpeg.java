package dev.fermata.document.raster;

import java.io.IOException;

/**
 * JPEG: segments behind markers, the compressed pixels of each scan between them.
 *
 * @param pixels how many the header claims
 * @param scans how often a decoder goes over them
 * @param progressive whether the scans refine each other, so that a decoder holds all of them in memory
 */
public record Jpeg(long pixels, int scans, boolean progressive) {
    /** Ten times what encoders use; each costs a decoder a walk over the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;

    /** One, if the file is whole. */
    public static int pages(RasterFile file) throws IOException {
        read(file);
        return 1;
    }

    /** Walks the file to its end-of-image marker; what follows that is not the picture's. */
    public static Jpeg read(RasterFile file) throws IOException {
        if (file.u8() != 0xff || file.u8() != START_OF_IMAGE) {
            throw new DamagedException("no start of the image");
        }
        long pixels = 0;
        int scans = 0;
        boolean progressive = false;
        for (int marker = nextMarker(file); marker != END_OF_IMAGE; marker = nextMarker(file)) {
            long next = file.position() + file.u16();
            if (isStartOfFrame(marker)) {
                file.skip(1);
                int height = file.u16();
                int width = file.u16();
                Bounds.checkSize(width, height);
                pixels = (long) width * height;
                progressive = (marker & 0x3) == 2;
            } else if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
                throw new TooComplexException("more than " + MOST_SCANS + " scans");
            }
            if (next < file.position()) {
                throw new DamagedException("a segment shorter than its header");
            }
            file.seek(next);
        }
        if (pixels == 0 || scans == 0) {
            throw new DamagedException("no pixels");
        }
        return new Jpeg(pixels, scans, progressive);
    }

    /** Passes over what stands between two segments: compressed pixels, and the markers that belong to them. */
    private static int nextMarker(RasterFile file) throws IOException {
        while (true) {
            while (file.u8() != 0xff) {
                // A pixel's byte.
            }
            int marker = file.u8();
            while (marker == 0xff) {
                marker = file.u8();
            }
            boolean escaped = marker == 0;
            boolean restart = marker >= 0xd0 && marker <= 0xd7;
            boolean temporary = marker == 0x01;
            if (!escaped && !restart && !temporary) {
                return marker;
            }
        }
    }

    /** C0 to CF, without the three of them that mean tables and extensions. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
