package dev.fermata.score.collection;

import dev.fermata.score.DerivedId;
import dev.fermata.score.collection.Collection.Kind;
import dev.fermata.table.Due;
import dev.fermata.table.Index;
import dev.fermata.table.Table;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The collections of one world, and which scores are in them. Safe for use by many threads. */
public final class Collections {
    /** A score, and whose collections it is looked for in. */
    private record Holding(String score, String owner) {}

    private final Tables tables;
    private final Table<Collection> collections;
    private final Index<String, Collection> made;
    private final Index<String, Collection> trashed;
    private final Due<Collection> deletions;
    private final Table<Placement> placements;
    private final Index<String, Placement> byCollection;
    private final Index<String, Placement> byScore;
    private final Index<Holding, Placement> byHolding;

    /** None yet. */
    public Collections(Tables tables) {
        this.tables = tables;
        collections = tables.add("collections", Collection::id, Collection::owner);
        made = collections.index(collection -> owner(collection, !collection.isTrashed()));
        trashed = collections.index(collection -> owner(collection, collection.isTrashed()));
        deletions = collections.due(Collection::trashedUntil);
        placements = tables.add("placements", Placement::id, Placement::owner);
        byCollection = placements.index(placement -> Stream.of(placement.collection()));
        byScore = placements.index(placement -> Stream.of(placement.score()));
        byHolding = placements.index(placement -> Stream.of(new Holding(placement.score(), placement.owner())));
    }

    /** Adds a collection. */
    public void add(Collection collection) {
        tables.change(() -> collections.insert(collection));
    }

    /** The collection that takes what programs make for an account; made when it is first asked for. */
    public Collection appOf(String owner, Instant now) {
        String id = DerivedId.of(owner);
        return collections
                .find(id)
                .orElseGet(() -> tables.change(() -> collections.find(id).orElseGet(() -> {
                    Collection app = Collection.of(id, owner, Kind.APP, "", now);
                    collections.insert(app);
                    return app;
                })));
    }

    /** The collection with this id, be it in the trash or not. */
    public Optional<Collection> find(String id, Instant now) {
        return collections.find(id).filter(collection -> !collection.isGoneAt(now));
    }

    /** Those that an account has made and not deleted, the oldest first. */
    public List<Collection> of(String owner) {
        return made.rows(owner);
    }

    /** Those that an account has deleted, as long as they are in the trash, the oldest first. */
    public List<Collection> trashOf(String owner, Instant now) {
        return trashed.rows(owner).stream()
                .filter(collection -> !collection.isGoneAt(now))
                .toList();
    }

    /** Gives a collection another title, if there is one; answers what it is now, or nothing when it cannot be edited. */
    public Optional<Collection> rename(String id, Optional<String> title, Instant now) {
        return tables.change(() -> change(
                id,
                Collection::isEditable,
                collection -> title.map(text -> collection.titled(text, now)).orElse(collection)));
    }

    /** Puts a collection into the trash until {@code until}; one that is there stays until when it was told to. */
    public Optional<Collection> trash(String id, Instant until) {
        return tables.change(() -> change(
                id,
                Collection::isDeletable,
                collection -> collection.isTrashed() ? collection : collection.trashed(until)));
    }

    /** Whether a score can be put into the collection with this id by this account. */
    public boolean isOpenTo(String owner, String id) {
        return collections
                .find(id)
                .filter(collection -> collection.isOpen() && collection.owner().equals(owner))
                .isPresent();
    }

    /** Puts a score into a collection, if that is open; one that is in it stays there. Answers whether it is in it. */
    public boolean put(String score, String id, Instant now) {
        return tables.change(() -> {
            boolean isThere = holds(id, score);
            Optional<Collection> open =
                    change(id, Collection::isOpen, collection -> isThere ? collection : collection.changed(now));
            open.filter(collection -> !isThere)
                    .ifPresent(collection -> placements.insert(Placement.of(score, collection)));
            return open.isPresent();
        });
    }

    /** Takes a score out of a collection that is open; answers whether it was in it. */
    public boolean take(String score, String id, Instant now) {
        return tables.change(() -> holds(id, score)
                && change(id, Collection::isOpen, collection -> collection.changed(now))
                        .flatMap(collection -> placements.delete(Placement.id(score, id)))
                        .isPresent());
    }

    /** The ids of the scores in a collection, first come first. */
    public List<String> scoresIn(String id) {
        return byCollection.rows(id).stream().map(Placement::score).toList();
    }

    /** An account's collections that a score is in, but for those in the trash. */
    public List<Collection> holding(String score, String owner) {
        return tables.read(() -> byHolding.rows(new Holding(score, owner)).stream()
                .map(placement -> collections.find(placement.collection()))
                .flatMap(Optional::stream)
                .filter(collection -> !collection.isTrashed())
                .toList());
    }

    /** Takes a score that is gone out of all collections. */
    public void forget(String score) {
        tables.change(() -> byScore.rows(score).forEach(placement -> placements.delete(placement.id())));
    }

    /** Deletes the collections whose time in the trash is over; the scores in them stay. */
    public void deleteExpired(Instant now) {
        for (Collection due : deletions.until(now)) {
            tables.change(() -> {
                byCollection.rows(due.id()).forEach(placement -> placements.delete(placement.id()));
                collections.delete(due.id());
            });
        }
    }

    private boolean holds(String id, String score) {
        return placements.find(Placement.id(score, id)).isPresent();
    }

    private Optional<Collection> change(String id, Predicate<Collection> isSo, UnaryOperator<Collection> change) {
        return collections.find(id).filter(isSo).flatMap(collection -> collections.update(id, change));
    }

    private static Stream<String> owner(Collection collection, boolean isListed) {
        return isListed && collection.kind() == Kind.REGULAR ? Stream.of(collection.owner()) : Stream.empty();
    }
}
