package dev.fermata.score.collection;

import java.time.Instant;
import java.util.Optional;

/**
 * A collection of scores. A score can be in several, and a collection has no collections in it.
 *
 * @param id its id
 * @param owner the id of the account it belongs to
 * @param kind what comes into it, and how
 * @param title what its owner calls it; empty for those that nobody has named
 * @param createdAt when it was created
 * @param changedAt when it, or what is in it, last changed
 * @param trashedUntil when it will be deleted for good; empty unless it is in the trash
 */
public record Collection(
        String id,
        String owner,
        Kind kind,
        String title,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> trashedUntil) {
    /** What comes into a collection, and how. */
    public enum Kind {
        /** What its owner puts into it. */
        REGULAR,
        /** What programs make for its owner, and what its owner puts into it. */
        APP,
        /** All scores that its owner has: by the name that it once had. */
        ROOT,
        /** All scores that its owner has. */
        EVERYTHING,
        /** What is shared with others, or by them. */
        SHARED,
        /** What its owner likes. */
        LIKED,
        /** What its owner has deleted. */
        TRASH
    }

    /** A new one. */
    public static Collection of(String id, String owner, Kind kind, String title, Instant now) {
        return new Collection(id, owner, kind, title, now, now, Optional.empty());
    }

    /** Whether scores can be put into it and taken out of it. */
    public boolean isOpen() {
        return (kind == Kind.REGULAR || kind == Kind.APP) && !isTrashed();
    }

    /** Whether it can be called otherwise. */
    public boolean isEditable() {
        return kind == Kind.REGULAR && !isTrashed();
    }

    /** Whether it can be deleted. */
    public boolean isDeletable() {
        return kind == Kind.REGULAR;
    }

    /** Whether it is in the trash. */
    public boolean isTrashed() {
        return trashedUntil.isPresent();
    }

    Collection titled(String newTitle, Instant now) {
        return new Collection(id, owner, kind, newTitle, createdAt, now, trashedUntil);
    }

    Collection trashed(Instant until) {
        return new Collection(id, owner, kind, title, createdAt, changedAt, Optional.of(until));
    }

    /** What is put in may have come to be before the last change, and be looked at after it. */
    Collection changed(Instant at) {
        Instant last = at.isAfter(changedAt) ? at : changedAt;
        return new Collection(id, owner, kind, title, createdAt, last, trashedUntil);
    }

    boolean isGoneAt(Instant now) {
        return trashedUntil.filter(end -> !end.isAfter(now)).isPresent();
    }
}
