package dev.fermata.score.collection;

import dev.fermata.score.collection.Collection.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The collections of one world, and which scores are in them. Safe for use by many threads: each method holds this
 * object's lock.
 */
public final class Collections {
    private final Map<String, Collection> byId = new HashMap<>();
    private final Map<String, Set<String>> scoresIn = new HashMap<>();
    private final Map<String, Set<String>> collectionsOf = new HashMap<>();

    /**
     * All that they are.
     *
     * @param scores the ids of the scores in each collection, first come first, by its id
     * @param holders the ids of the collections that each score is in, first come first, by its id
     */
    public record State(
            List<Collection> collections, Map<String, List<String>> scores, Map<String, List<String>> holders) {}

    /** All that they are. */
    public synchronized State state() {
        return new State(
                byId.values().stream()
                        .sorted(Comparator.comparing(Collection::id))
                        .toList(),
                lists(scoresIn),
                lists(collectionsOf));
    }

    /** Takes in collections that are known from elsewhere. */
    public synchronized void add(State state) {
        state.collections().forEach(this::add);
        state.scores().forEach((id, scores) -> scoresIn.put(id, new LinkedHashSet<>(List.copyOf(scores))));
        state.holders().forEach((score, ids) -> collectionsOf.put(score, new LinkedHashSet<>(List.copyOf(ids))));
    }

    /** Adds a collection. */
    public synchronized void add(Collection collection) {
        byId.put(collection.id(), collection);
    }

    /** The collection that takes what programs make for an account; made when it is first asked for. */
    public synchronized Collection appOf(String owner, Instant now) {
        // Its id must differ from the account's and stay the same; its mirror image does both.
        String id = new StringBuilder(owner).reverse().toString();
        return byId.computeIfAbsent(id, unused -> Collection.of(id, owner, Kind.APP, "", now));
    }

    /** The collection with this id, be it in the trash or not. */
    public synchronized Optional<Collection> find(String id, Instant now) {
        return Optional.ofNullable(byId.get(id)).filter(collection -> !collection.isGoneAt(now));
    }

    /** Those that an account has made and not deleted, in no order. */
    public synchronized List<Collection> of(String owner) {
        return ofOwner(owner, collection -> !collection.isTrashed());
    }

    /** Those that an account has deleted, as long as they are in the trash, in no order. */
    public synchronized List<Collection> trashOf(String owner, Instant now) {
        return ofOwner(owner, collection -> collection.isTrashed() && !collection.isGoneAt(now));
    }

    /** Gives a collection another title, if there is one; answers what it is now, or nothing when it cannot be edited. */
    public synchronized Optional<Collection> rename(String id, Optional<String> title, Instant now) {
        return change(
                id,
                Collection::isEditable,
                collection -> title.map(text -> collection.titled(text, now)).orElse(collection));
    }

    /** Puts a collection into the trash until {@code until}; one that is there stays until when it was told to. */
    public synchronized Optional<Collection> trash(String id, Instant until, Instant now) {
        sweep(now);
        return change(
                id,
                Collection::isDeletable,
                collection -> collection.isTrashed() ? collection : collection.trashed(until));
    }

    /** Whether a score can be put into the collection with this id by this account. */
    public synchronized boolean isOpenTo(String owner, String id) {
        Collection collection = byId.get(id);
        return collection != null && collection.isOpen() && collection.owner().equals(owner);
    }

    /** Puts a score into a collection, if that is open; one that is in it stays there. Answers whether it is in it. */
    public synchronized boolean put(String score, String id, Instant now) {
        boolean isOpen = change(
                        id, Collection::isOpen, collection -> holds(id, score) ? collection : collection.changed(now))
                .isPresent();
        if (isOpen) {
            scoresIn.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(score);
            collectionsOf
                    .computeIfAbsent(score, unused -> new LinkedHashSet<>())
                    .add(id);
        }
        return isOpen;
    }

    /** Takes a score out of a collection that is open; answers whether it was in it. */
    public synchronized boolean take(String score, String id, Instant now) {
        boolean taken = holds(id, score)
                && change(id, Collection::isOpen, collection -> collection.changed(now))
                        .isPresent();
        if (taken) {
            part(score, id);
        }
        return taken;
    }

    /** The ids of the scores in a collection, first come first. */
    public synchronized List<String> scoresIn(String id) {
        return List.copyOf(scoresIn.getOrDefault(id, Set.of()));
    }

    /** An account's collections that a score is in, but for those in the trash. */
    public synchronized List<Collection> holding(String score, String owner) {
        return collectionsOf.getOrDefault(score, Set.of()).stream()
                .map(id -> Optional.ofNullable(byId.get(id)))
                .flatMap(Optional::stream)
                .filter(collection -> collection.owner().equals(owner) && !collection.isTrashed())
                .toList();
    }

    /** Takes a score that is gone out of all collections. */
    public synchronized void forget(String score) {
        List.copyOf(collectionsOf.getOrDefault(score, Set.of())).forEach(id -> part(score, id));
    }

    private boolean holds(String id, String score) {
        return scoresIn.getOrDefault(id, Set.of()).contains(score);
    }

    private void part(String score, String id) {
        remove(scoresIn, id, score);
        remove(collectionsOf, score, id);
    }

    private static Map<String, List<String>> lists(Map<String, Set<String>> sets) {
        Map<String, List<String>> lists = new TreeMap<>();
        sets.forEach((key, values) -> lists.put(key, List.copyOf(values)));
        return lists;
    }

    private static void remove(Map<String, Set<String>> from, String key, String value) {
        from.computeIfPresent(key, (same, values) -> {
            values.remove(value);
            return values.isEmpty() ? null : values;
        });
    }

    private Optional<Collection> change(String id, Predicate<Collection> isSo, UnaryOperator<Collection> change) {
        Optional<Collection> changed =
                Optional.ofNullable(byId.get(id)).filter(isSo).map(change);
        changed.ifPresent(collection -> byId.put(id, collection));
        return changed;
    }

    private List<Collection> ofOwner(String owner, Predicate<Collection> isSo) {
        return byId.values().stream()
                .filter(collection -> collection.owner().equals(owner) && collection.kind() == Kind.REGULAR)
                .filter(isSo)
                .toList();
    }

    /** Deletes for good what has been in the trash for long enough. */
    private void sweep(Instant now) {
        List<String> gone = byId.values().stream()
                .filter(collection -> collection.isGoneAt(now))
                .map(Collection::id)
                .toList();
        for (String id : gone) {
            scoresIn(id).forEach(score -> part(score, id));
            byId.remove(id);
        }
    }
}
