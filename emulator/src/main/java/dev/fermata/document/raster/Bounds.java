package dev.fermata.document.raster;

/** What is reasonable. */
final class Bounds {
    /** An A4 page at 1200 dots to the inch has 140 million. */
    static final long MOST_PIXELS = 200_000_000;

    static final int MOST_PAGES = 10_000;

    private Bounds() {}

    /** Refuses a picture of no pixels or too many. Numbers of up to 32 bits. */
    static void checkSize(long width, long height) throws DamagedException, TooComplexException {
        if (width <= 0 || height <= 0) {
            throw new DamagedException("a picture of " + width + " by " + height + " pixels");
        }
        if (width > MOST_PIXELS / height) {
            throw new TooComplexException("a picture of " + width + " by " + height + " pixels");
        }
    }

    static void checkPages(int pages) throws TooComplexException {
        if (pages > MOST_PAGES) {
            throw new TooComplexException("more than " + MOST_PAGES + " pages", pages);
        }
    }
}
