package dev.fermata.snapshot;

import dev.fermata.score.collection.Collection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the collections of a world: what is in them, and that scores say so too. */
final class CollectionCheck {
    private final WorldCopy copy;
    private final Instant now;

    CollectionCheck(WorldCopy copy, Instant now) {
        this.copy = copy;
        this.now = now;
    }

    void check(Place place) {
        Set<String> owners = new HashSet<>();
        copy.flat().accounts().forEach(account -> owners.add(account.id()));
        List<Collection> all = copy.collections().collections();
        Set<String> ids = place.at("collections").distinct(all, "id", Collection::id);
        place.at("collections").each(all, (at, collection) -> collection(at, collection, owners));
        Set<String> there = new HashSet<>();
        place.at("scores").each(copy.collections().scores(), (at, scores) -> {
            String id = at.last();
            at.require(ids.contains(id), "must be the id of a collection");
            at.each(scores, (where, score) -> {
                where.id(score);
                where.require(there.add(id + " " + score), "must be in it once");
            });
        });
        holders(place.at("holders"), copy.collections().holders(), there);
    }

    private void collection(Place place, Collection collection, Set<String> owners) {
        place.at("id").id(collection.id());
        place.at("owner").require(owners.contains(collection.owner()), "must be the id of an account of Flat's");
        place.at("kind")
                .require(
                        collection.kind() == Collection.Kind.REGULAR || collection.kind() == Collection.Kind.APP,
                        "must be REGULAR or APP, was " + collection.kind());
        place.at("createdAt").past(collection.createdAt(), now);
        place.at("changedAt").past(collection.changedAt(), now);
        collection.trashedUntil().ifPresent(until -> place.at("trashedUntil").future(until, now, Place.LONGEST));
    }

    /** The same as the scores in each collection, the other way round. */
    private static void holders(Place place, Map<String, List<String>> holders, Set<String> there) {
        Set<String> left = new HashSet<>(there);
        place.each(holders, (at, collections) -> {
            String score = at.last();
            at.each(
                    collections,
                    (where, collection) -> where.require(
                            left.remove(collection + " " + score), "must be a collection that the score is in, once"));
        });
        place.require(left.isEmpty(), "must tell of each score in which collections it is");
    }
}
