package dev.fermata.score.collection;

/**
 * A score in a collection.
 *
 * @param collection the id of the collection
 * @param score the id of the score, which may be someone else's
 * @param owner the id of the account that the collection belongs to
 */
public record Placement(String collection, String score, String owner) {
    /** A score in this collection. */
    static Placement of(String score, Collection collection) {
        return new Placement(collection.id(), score, collection.owner());
    }

    /** The id of the placement of a score in a collection. */
    static String id(String score, String collection) {
        return collection + "/" + score;
    }

    /** Its own id. */
    public String id() {
        return id(score, collection);
    }
}
