package dev.fermata.flat.paging;

import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.paging.Listing.Direction;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

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

    /**
     * The order that a call asks for.
     *
     * @param usual what the list is sorted by if the call does not say
     * @throws FlatRefusal with 400 if the call asks for an unknown one
     */
    public static Sorting of(FlatCall call, By usual) {
        By by = call.query("sort")
                .map(By::labelled)
                .orElse(Optional.of(usual))
                .orElseThrow(() ->
                        new FlatRefusal(FlatErrors.badRequest("The sort is none of those that there are", "sort")));
        Direction direction = call.query("direction")
                .map(Sorting::directionOf)
                .orElse(Optional.of(by.usual))
                .orElseThrow(
                        () -> new FlatRefusal(FlatErrors.badRequest("The direction must be asc or desc", "direction")));
        return new Sorting(by, direction);
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
