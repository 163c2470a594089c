package dev.fermata.document.raster;

import java.io.IOException;

/** A picture ends too early, or contradicts itself. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String what) {
        super(what);
    }
}
