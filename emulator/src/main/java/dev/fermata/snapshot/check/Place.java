package dev.fermata.snapshot.check;

import dev.fermata.clock.VirtualClock;
import dev.fermata.world.UnfitFilling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a snapshot a value stands, and what is asked of it there.
 *
 * @param path as {@code world.flat.jobs.3.number}
 */
record Place(String path) {
    /** As long as anything lasts: ten years. */
    static final Duration LONGEST = Duration.ofDays(3_650);

    /** How much of a world's time passes while it is written, at most. */
    static final Duration MEANWHILE = Duration.ofDays(1);

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    Place at(String field) {
        return new Place(path + "." + field);
    }

    Place at(int index) {
        return at("" + index);
    }

    /** The name of the field itself, or the key in a map. */
    String last() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Refuses what does not hold. */
    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnfitFilling(path, otherwise);
        }
    }

    void range(long value, long least, long most) {
        require(value >= least && value <= most, "must be from " + least + " to " + most + ", was " + value);
    }

    /** A date of something that has happened; while a world is written, its clock and its clients go on a little. */
    void past(Instant date, Instant now) {
        require(
                !date.isBefore(Instant.EPOCH) && !date.isAfter(now.plus(MEANWHILE)),
                "must be from " + Instant.EPOCH + " to the world's time, " + now + ", was " + date);
    }

    /** A date that may be ahead, but not for longer than this. */
    void future(Instant date, Instant now, Duration ahead) {
        Instant last = VirtualClock.deadline(now, ahead);
        require(
                !date.isBefore(Instant.EPOCH) && !date.isAfter(last),
                "must be from " + Instant.EPOCH + " to " + last + ", was " + date);
    }

    void duration(Duration time, Duration least) {
        require(
                time.compareTo(least) >= 0 && time.compareTo(LONGEST) <= 0,
                "must be from " + least + " to " + LONGEST + ", was " + time);
    }

    /** The form of an id, whichever vendor's. */
    void id(String id) {
        require(ID.matcher(id).matches(), "must be 1 to 64 letters, digits, hyphens and underscores");
    }

    /** Checks each of these, and that none is missing. */
    <T> void each(List<T> all, BiConsumer<Place, T> check) {
        for (int i = 0; i < all.size(); i++) {
            at(i).present(all.get(i));
            check.accept(at(i), all.get(i));
        }
    }

    /** The same of a map, by its keys. */
    <T> void each(Map<String, T> all, BiConsumer<Place, T> check) {
        all.forEach((key, value) -> {
            at(key).present(value);
            check.accept(at(key), value);
        });
    }

    /** No two of these may have the same key. */
    <T> Set<String> distinct(List<T> all, String field, Function<T, String> key) {
        Set<String> keys = new HashSet<>();
        each(all, (place, one) -> {
            String its = key.apply(one);
            place.at(field).require(keys.add(its), "must be unique, is there twice: " + its);
        });
        return keys;
    }

    private void present(@Nullable Object value) {
        require(value != null, "must not be null");
    }
}
