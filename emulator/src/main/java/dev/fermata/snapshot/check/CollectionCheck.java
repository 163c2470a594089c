package dev.fermata.snapshot.check;

import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Placement;
import dev.fermata.snapshot.wire.WorldJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks the collections of a world, and what is in them. */
final class CollectionCheck {
    private final WorldJson copy;
    private final Instant now;

    CollectionCheck(WorldJson copy, Instant now) {
        this.copy = copy;
        this.now = now;
    }

    void check(Place world) {
        Set<String> owners = new HashSet<>();
        copy.flat().accounts().forEach(account -> owners.add(account.id()));
        Place collections = world.at("collections");
        collections.distinct(copy.collections(), "id", Collection::id);
        collections.each(copy.collections(), (at, collection) -> collection(at, collection, owners));
        Map<String, String> ownerOf = new HashMap<>();
        copy.collections().forEach(collection -> ownerOf.put(collection.id(), collection.owner()));
        Place placements = world.at("placements");
        placements.distinct(copy.placements(), "score", Placement::id);
        placements.each(copy.placements(), (at, placement) -> placement(at, placement, ownerOf));
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

    private static void placement(Place place, Placement placement, Map<String, String> ownerOf) {
        place.at("score").id(placement.score());
        place.at("collection").require(ownerOf.containsKey(placement.collection()), "must be the id of a collection");
        place.at("owner")
                .require(
                        placement.owner().equals(ownerOf.get(placement.collection())),
                        "must be the owner of the collection");
    }
}
