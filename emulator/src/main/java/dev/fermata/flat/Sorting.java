package dev.fermata.flat;

import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.Listing.Direction;
import dev.fermata.http.answer.Reply;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a list is sorted by, and which end comes first: {@code sort} and {@code direction}.
 *
 * @param by what it is sorted by
 * @param direction which end comes first
 */
@Assumed(
        behaviour = "Sorted by a date the newest comes first, by title the alphabet; upper and lower case are the same",
        reason = "the vendor gives the direction only where nothing is asked for")
public record Sorting(By by, Direction direction) {
    /** What can be sorted by. */
    public enum By {
        CREATION_DATE("creationDate", Direction.DESCENDING),
        MODIFICATION_DATE("modificationDate", Direction.DESCENDING),
        TITLE("title", Direction.ASCENDING);

        private final String label;
        private final Direction usual;

        By(String label, Direction usual) {
            this.label = label;
            this.usual = usual;
        }

        /** The same in the direction that it has when none is asked for. */
        public Sorting usually() {
            return new Sorting(this, usual);
        }

        private static Optional<By> labelled(String label) {
            return Arrays.stream(values()).filter(by -> by.label.equals(label)).findFirst();
        }
    }

    /** Answers with what a call wants its list sorted by; with {@code usual} when it does not say. */
    public static Reply of(FlatCall call, By usual, Function<Sorting, Reply> use) {
        Optional<By> by = call.query("sort").map(By::labelled).orElse(Optional.of(usual));
        if (by.isEmpty()) {
            return FlatErrors.badRequest("The sort is none of those that there are", "sort");
        }
        Optional<Direction> direction =
                call.query("direction").map(Sorting::directionOf).orElse(Optional.of(by.get().usual));
        return direction.isPresent()
                ? use.apply(new Sorting(by.get(), direction.get()))
                : FlatErrors.badRequest("The direction must be asc or desc", "direction");
    }

    /** The sort key of something of which this is known. */
    public String keyOf(String id, String title, Instant createdAt, Instant changedAt) {
        return switch (by) {
            case CREATION_DATE -> Listing.timeKey(createdAt, id);
            case MODIFICATION_DATE -> Listing.timeKey(changedAt, id);
            case TITLE -> Listing.titleKey(title, id);
        };
    }

    private static Optional<Direction> directionOf(String label) {
        return switch (label) {
            case "asc" -> Optional.of(Direction.ASCENDING);
            case "desc" -> Optional.of(Direction.DESCENDING);
            default -> Optional.empty();
        };
    }
}
