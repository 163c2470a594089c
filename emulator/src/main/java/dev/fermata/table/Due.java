package dev.fermata.table;

import dev.fermata.table.Table.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of a table for which something is due, in the order of that; those of the same instant in insertion order. */
public final class Due<R> implements Table.View<R> {
    private record Place(Instant at, long position) {}

    private final Tables tables;
    private final Function<R, Optional<Instant>> at;
    private final TreeMap<Place, R> rows =
            new TreeMap<>(Comparator.comparing(Place::at).thenComparing(Place::position));

    Due(Tables tables, Function<R, Optional<Instant>> at) {
        this.tables = tables;
        this.at = at;
    }

    /** The rows that are due at {@code now}, the earliest first. Costs in proportion to these. */
    public List<R> until(Instant now) {
        return tables.read(() ->
                List.copyOf(rows.headMap(new Place(now, Long.MAX_VALUE), true).values()));
    }

    /** The row that is due first. */
    public Optional<R> first() {
        return tables.read(() -> Optional.ofNullable(rows.firstEntry()).map(entry -> entry.getValue()));
    }

    /** When the next row is due after {@code now}. */
    public Optional<Instant> next(Instant now) {
        return tables.read(() -> Optional.ofNullable(rows.higherKey(new Place(now, Long.MAX_VALUE)))
                .map(Place::at));
    }

    @Override
    public void add(Entry<R> entry) {
        at.apply(entry.row()).ifPresent(due -> rows.put(new Place(due, entry.position()), entry.row()));
    }

    @Override
    public void remove(Entry<R> entry) {
        at.apply(entry.row()).ifPresent(due -> rows.remove(new Place(due, entry.position())));
    }
}
