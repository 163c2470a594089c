package dev.fermata.document.raster;

import java.io.IOException;

/** A picture claims to be larger than any sheet of music. */
public final class TooComplexException extends IOException {
    private static final long serialVersionUID = 1;

    TooComplexException(String what) {
        super(what);
    }
}
