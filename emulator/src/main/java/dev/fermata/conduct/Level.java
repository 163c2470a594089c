package dev.fermata.conduct;

/** How much a rule weighs. */
public enum Level {
    /** A vendor asks for it, or its own client lives by it: who breaks it fails. */
    MUST,
    /** Fermata asks for it, and no vendor speaks of it: who breaks it is warned. */
    SHOULD
}
