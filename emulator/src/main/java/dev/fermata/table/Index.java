package dev.fermata.table;

import dev.fermata.table.Table.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of a table by a key of theirs, in the order of their insertion. Its methods cost in proportion to the rows
 * that have the key.
 */
public final class Index<K, R> implements Table.View<R> {
    private final Tables tables;
    private final Function<R, Stream<K>> keys;
    private final Map<K, TreeMap<Long, R>> rows = new HashMap<>();

    Index(Tables tables, Function<R, Stream<K>> keys) {
        this.tables = tables;
        this.keys = keys;
    }

    /** The rows with this key. */
    public List<R> rows(K key) {
        return tables.read(() -> List.copyOf(at(key).values()));
    }

    /** The oldest row with this key. */
    public Optional<R> first(K key) {
        return tables.read(() -> at(key).values().stream().findFirst());
    }

    /** How many rows have this key. */
    public int count(K key) {
        return tables.read(() -> at(key).size());
    }

    @Override
    public void add(Entry<R> entry) {
        keys.apply(entry.row())
                .forEach(key ->
                        rows.computeIfAbsent(key, unused -> new TreeMap<>()).put(entry.position(), entry.row()));
    }

    @Override
    public void remove(Entry<R> entry) {
        keys.apply(entry.row())
                .forEach(key -> rows.computeIfPresent(key, (same, of) -> {
                    of.remove(entry.position());
                    return of.isEmpty() ? null : of;
                }));
    }

    private TreeMap<Long, R> at(K key) {
        return rows.getOrDefault(key, new TreeMap<>());
    }
}
