package dev.fermata.snapshot.wire;

import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Placement;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of {@code collections}. */
record CollectionJson(
        String id,
        String owner,
        Collection.Kind kind,
        String title,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> trashedUntil) {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(Collection.class, CollectionJson.class, CollectionJson::of, CollectionJson::value),
                new Spelling<>(Placement.class, PlacementJson.class, PlacementJson::of, PlacementJson::value));
    }

    static CollectionJson of(Collection collection) {
        return new CollectionJson(
                collection.id(),
                collection.owner(),
                collection.kind(),
                collection.title(),
                collection.createdAt(),
                collection.changedAt(),
                collection.trashedUntil());
    }

    Collection value() {
        return new Collection(id, owner, kind, title, createdAt, changedAt, trashedUntil);
    }

    /** A row of {@code placements}. */
    record PlacementJson(String collection, String score, String owner) {
        static PlacementJson of(Placement placement) {
            return new PlacementJson(placement.collection(), placement.score(), placement.owner());
        }

        Placement value() {
            return new Placement(collection, score, owner);
        }
    }
}
