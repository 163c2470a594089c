package dev.fermata.score;

import java.util.Optional;

/** What a caller may do with a score, the least first; each includes those before it. */
public enum Access {
    /** Nothing. */
    NONE,
    /** Read it. */
    READ,
    /** Comment on it. */
    COMMENT,
    /** Change it. */
    WRITE,
    /** Share and delete it, as its owner can. */
    ADMIN;

    /**
     * The access that a caller has to a score.
     *
     * @param caller the id of the calling account; empty for a caller without one
     * @param key the sharing key that the caller presents, if any
     */
    public static Access of(Score score, Optional<String> caller, Optional<String> key) {
        if (caller.filter(score.owner()::equals).isPresent()) {
            return ADMIN;
        }
        return score.sharing().opensFor(key) ? READ : NONE;
    }

    /** Whether it is at least this much. */
    public boolean allows(Access least) {
        return compareTo(least) >= 0;
    }
}
