package dev.fermata.vendor;

import java.util.Set;

/**
 * An operation that a vendor publishes.
 *
 * @param id the vendor's operation id, or ours where the vendor has none
 * @param purpose what it is for
 * @param traits what else a client must know to use it well
 */
public record Operation(String id, Purpose purpose, Set<Trait> traits) {
    /** What not all operations of one purpose have. */
    public enum Trait {
        /** A client can repeat it with a key, and gets the same job again. */
        TAKES_KEY,
        /** It reads a job that its client can cancel. */
        CANCELABLE,
        /** It makes a file of what is there; nothing is recognized. */
        EXPORTS
    }

    public Operation {
        traits = Set.copyOf(traits);
    }

    /** One without traits. */
    public Operation(String id, Purpose purpose) {
        this(id, purpose, Set.of());
    }
}
