package dev.fermata.score;

/**
 * The score that a recognition will make, with the ids it will have.
 *
 * @param id the score's id
 * @param revision the id of its first revision
 * @param sharing who will see it
 */
public record ScoreDraft(String id, String revision, Sharing sharing) {}
