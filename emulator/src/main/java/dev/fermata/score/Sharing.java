package dev.fermata.score;

import java.util.Optional;

/**
 * Who sees a score besides its owner.
 *
 * @param privacy how far it is open
 * @param key what opens it to those who have the link; empty unless it is shared by one
 */
public record Sharing(Privacy privacy, Optional<String> key) {
    /** How far a score is open. */
    public enum Privacy {
        PUBLIC,
        PRIVATE,
        ORGANIZATION_PUBLIC,
        PRIVATE_LINK
    }

    /** Whether every reader may find it. */
    public boolean isPublic() {
        return privacy == Privacy.PUBLIC;
    }

    /** Whether somebody who is not the owner may read it, with the key that they have. */
    boolean opensFor(Optional<String> presented) {
        return isPublic() || (key.isPresent() && key.equals(presented));
    }
}
