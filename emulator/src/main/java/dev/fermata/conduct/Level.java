package dev.fermata.conduct;

/** How severe a rule is. */
public enum Level {
    /** The vendor requires it, or the vendor's own client relies on it: a client that breaks it fails. */
    MUST,
    /** Fermata recommends it and no vendor mentions it: a client that breaks it gets a warning. */
    SHOULD
}
