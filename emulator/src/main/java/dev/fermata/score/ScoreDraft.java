package dev.fermata.score;

import java.util.Optional;

/**
 * The score that a recognition will make, with the ids it will have.
 *
 * @param id the score's id
 * @param revision the id of its first revision
 * @param sharing who will see it
 * @param collection the id of the collection it will be put into; empty for the one that takes what programs make
 */
public record ScoreDraft(String id, String revision, Sharing sharing, Optional<String> collection) {
    /** One that goes where all go that name no collection. */
    public ScoreDraft(String id, String revision, Sharing sharing) {
        this(id, revision, sharing, Optional.empty());
    }
}
