package dev.fermata.flat.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a list holds now, and its order. A page begins where the last one ended, whether or not the item that it
 * ended with is still there.
 *
 * @param items in any order
 * @param key what an item is sorted by; no two items have the same
 * @param direction which end comes first
 */
public record Listing<T>(Collection<T> items, Function<T, String> key, Direction direction) {
    /** Which end of a list comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /**
     * A part of a list.
     *
     * @param items in their order
     * @param next the sort key that the next page begins after; empty when nothing follows
     * @param previous the sort key that the previous page ends before; empty when nothing is before
     */
    record Page<T>(List<T> items, Optional<String> next, Optional<String> previous) {}

    /** The sort key of something that came at {@code at}: the order of these texts is that of the times. */
    public static String timeKey(Instant at, String id) {
        return String.format(Locale.ROOT, "%012d%09d", at.getEpochSecond(), at.getNano()) + id;
    }

    /** The sort key of something with a title: alphabetic, whether in upper or lower case. */
    public static String titleKey(String title, String id) {
        // Half a surrogate pair has no bytes: its cursor would be read back as another, and lead to the same page
        // again.
        String whole = new String(title.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.toLowerCase(Locale.ROOT) + "\0" + id;
    }

    /** All items in their order. */
    public List<T> sorted() {
        return keyed().stream().map(Keyed::item).toList();
    }

    /** The first items. */
    Page<T> first(int limit) {
        List<Keyed<T>> all = keyed();
        return page(all, 0, Math.min(limit, all.size()));
    }

    /** The items that follow this sort key. */
    Page<T> after(String last, int limit) {
        List<Keyed<T>> all = keyed();
        int from = (int) all.stream()
                .takeWhile(item -> order().compare(item.key(), last) <= 0)
                .count();
        return page(all, from, Math.min(from + limit, all.size()));
    }

    /** The items right before this sort key. */
    Page<T> before(String first, int limit) {
        List<Keyed<T>> all = keyed();
        int to = (int) all.stream()
                .takeWhile(item -> order().compare(item.key(), first) < 0)
                .count();
        return page(all, Math.max(0, to - limit), to);
    }

    /** Each key is made once, and not whenever two are compared. */
    private List<Keyed<T>> keyed() {
        return items.stream()
                .map(item -> new Keyed<>(key.apply(item), item))
                .sorted(Comparator.comparing(Keyed::key, order()))
                .toList();
    }

    private Comparator<String> order() {
        return direction == Direction.ASCENDING ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    private static <T> Page<T> page(List<Keyed<T>> all, int from, int to) {
        boolean isEmpty = from >= to;
        return new Page<>(
                all.subList(from, Math.max(from, to)).stream().map(Keyed::item).toList(),
                isEmpty || to == all.size()
                        ? Optional.empty()
                        : Optional.of(all.get(to - 1).key()),
                isEmpty || from == 0
                        ? Optional.empty()
                        : Optional.of(all.get(from).key()));
    }

    private record Keyed<T>(String key, T item) {}
}
