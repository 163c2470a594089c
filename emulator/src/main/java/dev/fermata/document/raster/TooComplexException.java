package dev.fermata.document.raster;

import java.io.IOException;

/** A picture claims to be larger than any sheet of music. */
public final class TooComplexException extends IOException {
    private static final long serialVersionUID = 1;

    private final int pages;

    TooComplexException(String what) {
        this(what, 0);
    }

    TooComplexException(String what, int pages) {
        super(what);
        this.pages = pages;
    }

    /** How many pages it has at least, if they are what is too many; 0 otherwise. */
    public int pages() {
        return pages;
    }
}
