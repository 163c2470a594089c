package dev.fermata.table;

import dev.fermata.table.Table.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of a table by a key of theirs, in the order of their insertion. Its methods cost in proportion to the rows
 * that have the key.
 */
public final class Index<K, R> implements Table.View<R> {
    private final Tables tables;
    private final Function<R, Stream<K>> keys;
    private final Map<K, NavigableSet<Entry<R>>> rows = new HashMap<>();

    Index(Tables tables, Function<R, Stream<K>> keys) {
        this.tables = tables;
        this.keys = keys;
    }

    /** The rows with this key. */
    public List<R> rows(K key) {
        return tables.read(() -> at(key).stream().map(Entry::row).toList());
    }

    /** The oldest row with this key. */
    public Optional<R> first(K key) {
        return tables.read(() -> at(key).stream().findFirst().map(Entry::row));
    }

    /** How many rows have this key. */
    public int count(K key) {
        return tables.read(() -> at(key).size());
    }

    @Override
    public void add(Entry<R> entry) {
        keys.apply(entry.row())
                .forEach(key -> rows.computeIfAbsent(key, unused -> new TreeSet<>(Entry.IN_ORDER))
                        .add(entry));
    }

    @Override
    public void remove(Entry<R> entry) {
        keys.apply(entry.row())
                .forEach(key -> rows.computeIfPresent(key, (same, of) -> {
                    of.remove(entry);
                    return of.isEmpty() ? null : of;
                }));
    }

    private NavigableSet<Entry<R>> at(K key) {
        return rows.getOrDefault(key, Collections.emptyNavigableSet());
    }
}
