package dev.fermata.control;

import dev.fermata.world.Vendor;
import dev.fermata.world.World;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A vendor, as the control API calls it. */
enum VendorName {
    FLAT,
    SCOREFLOW;

    /** What it keeps in a world. */
    Vendor in(World world) {
        return switch (this) {
            case FLAT -> world.flat();
            case SCOREFLOW -> world.scoreFlow();
        };
    }

    /** As on the wire: {@code scoreflow}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<VendorName> labelled(String label) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.label().equals(label))
                .findFirst();
    }
}
