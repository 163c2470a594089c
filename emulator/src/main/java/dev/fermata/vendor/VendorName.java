package dev.fermata.vendor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A vendor. */
public enum VendorName {
    FLAT,
    SCOREFLOW;

    /** Fermata's name for it: {@code scoreflow}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The vendor with this {@link #label}. */
    public static Optional<VendorName> labelled(String label) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.label().equals(label))
                .findFirst();
    }
}
