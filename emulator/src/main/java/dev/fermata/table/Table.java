package dev.fermata.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Rows of one kind in one world, by id and by owner, in the order of their insertion. Safe for use by many threads; rows
 * are written within {@link Tables#change} only.
 *
 * @param <R> an immutable row
 */
public final class Table<R> {
    private final Tables tables;
    private final String name;
    private final Function<R, String> id;
    private final Map<String, Entry<R>> byId = new HashMap<>();
    private final List<View<R>> views = new ArrayList<>();
    private final Index<String, R> byOwner;
    private long inserted;

    Table(Tables tables, String name, Function<R, String> id, Function<R, String> owner) {
        this.tables = tables;
        this.name = name;
        this.id = id;
        this.byOwner = index(row -> Stream.of(owner.apply(row)).filter(account -> !account.isEmpty()));
    }

    /** Its name, unique in its world. */
    public String name() {
        return name;
    }

    /** Adds an index by further keys. Call it before there are rows. */
    public <K> Index<K, R> index(Function<R, Stream<K>> keys) {
        Index<K, R> index = new Index<>(tables, keys);
        views.add(index);
        return index;
    }

    /** Adds an order by the instant at which something is due for a row. Call it before there are rows. */
    public Due<R> due(Function<R, Optional<Instant>> at) {
        Due<R> due = new Due<>(tables, at);
        views.add(due);
        return due;
    }

    public Optional<R> find(String key) {
        return tables.read(() -> Optional.ofNullable(byId.get(key)).map(Entry::row));
    }

    /** The rows of an account. Costs in proportion to these. */
    public List<R> of(String owner) {
        return byOwner.rows(owner);
    }

    /** How many rows an account has. */
    public int count(String owner) {
        return byOwner.count(owner);
    }

    public List<R> all() {
        return tables.read(() ->
                byId.values().stream().sorted(Entry.IN_ORDER).map(Entry::row).toList());
    }

    public int count() {
        return tables.read(byId::size);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalStateException if there is one with its id
     */
    public void insert(R row) {
        String key = id.apply(row);
        if (byId.containsKey(key)) {
            throw invalid("inserted twice", key);
        }
        Entry<R> entry = new Entry<>(++inserted, row);
        put(key, entry);
        tables.wrote(new Store.Write(name, key, Store.Write.Kind.INSERT), () -> remove(key, entry));
    }

    /**
     * Puts a row in the place of the one with its id; does nothing if they are equal.
     *
     * @throws IllegalStateException if there is none with its id
     */
    public void update(R row) {
        String key = id.apply(row);
        Entry<R> before = byId.get(key);
        if (before == null) {
            throw invalid("updated without being there", key);
        }
        if (before.row().equals(row)) {
            return;
        }
        Entry<R> after = new Entry<>(before.position(), row);
        remove(key, before);
        put(key, after);
        tables.wrote(new Store.Write(name, key, Store.Write.Kind.UPDATE), () -> {
            remove(key, after);
            put(key, before);
        });
    }

    /** Changes a row; answers what it is now, or nothing if there is none with this id. */
    public Optional<R> update(String key, UnaryOperator<R> change) {
        Entry<R> before = byId.get(key);
        if (before == null) {
            return Optional.empty();
        }
        R after = change.apply(before.row());
        update(after);
        return Optional.of(after);
    }

    /** Deletes a row; answers what it was, or nothing if there was none with this id. */
    public Optional<R> delete(String key) {
        Entry<R> before = byId.get(key);
        if (before == null) {
            return Optional.empty();
        }
        remove(key, before);
        tables.wrote(new Store.Write(name, key, Store.Write.Kind.DELETE), () -> put(key, before));
        return Optional.of(before.row());
    }

    private void put(String key, Entry<R> entry) {
        byId.put(key, entry);
        views.forEach(view -> view.add(entry));
    }

    private void remove(String key, Entry<R> entry) {
        byId.remove(key);
        views.forEach(view -> view.remove(entry));
    }

    private IllegalStateException invalid(String what, String key) {
        return new IllegalStateException("a row of " + name + " is " + what + ": " + key);
    }

    /** A row, and its place in the order of insertion. */
    record Entry<R>(long position, R row) {
        static final Comparator<Entry<?>> IN_ORDER = Comparator.comparingLong(Entry::position);
    }

    /** A further order of the rows, kept with each write. */
    interface View<R> {
        void add(Entry<R> entry);

        void remove(Entry<R> entry);
    }
}
