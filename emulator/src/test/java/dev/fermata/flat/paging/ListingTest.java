package dev.fermata.flat.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.flat.paging.Listing.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is turned page by page. */
class ListingTest {
    private static final List<String> LETTERS = List.of("c", "a", "e", "b", "d");

    private static Listing<String> of(List<String> items, Direction direction) {
        return new Listing<>(items, Function.identity(), direction);
    }

    private static List<String> inOrder(Direction direction) {
        List<String> sorted = new ArrayList<>(LETTERS);
        Collections.sort(sorted);
        if (direction == Direction.DESCENDING) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void isReadToItsEndAndBack(Direction direction) {
        Listing<String> listing = of(LETTERS, direction);
        List<String> there = new ArrayList<>();
        Listing.Page<String> page = listing.first(2);
        there.addAll(page.items());
        while (page.next().isPresent()) {
            page = listing.after(page.next().get(), 2);
            there.addAll(page.items());
        }
        List<String> back = new ArrayList<>(page.items());
        while (page.previous().isPresent()) {
            page = listing.before(page.previous().get(), 2);
            back.addAll(0, page.items());
        }
        assertEquals(inOrder(direction), there);
        assertEquals(inOrder(direction), back);
    }

    @Test
    void goesOnWhereItWasWhenTheItemIsGoneThatItEndedWith() {
        Optional<String> next = of(LETTERS, Direction.ASCENDING).first(2).next();
        List<String> without = List.of("a", "c", "d", "e");
        assertEquals(
                List.of("c", "d"),
                of(without, Direction.ASCENDING).after(next.orElseThrow(), 2).items());
    }

    @Test
    void repeatsNothingWhenSomethingCameBefore() {
        Optional<String> next = of(LETTERS, Direction.DESCENDING).first(2).next();
        List<String> more = Stream.concat(LETTERS.stream(), Stream.of("f")).toList();
        Listing.Page<String> page = of(more, Direction.DESCENDING).after(next.orElseThrow(), 2);
        assertEquals(List.of("c", "b"), page.items());
    }

    @Test
    void hasNoOtherPageWhenAllFits() {
        assertEquals(
                new Listing.Page<>(inOrder(Direction.ASCENDING), Optional.empty(), Optional.empty()),
                of(LETTERS, Direction.ASCENDING).first(5));
    }

    @Test
    void isAnEmptyPageBeyondItsEnds() {
        Listing.Page<String> nothing = new Listing.Page<>(List.of(), Optional.empty(), Optional.empty());
        assertEquals(nothing, of(List.of(), Direction.ASCENDING).first(1));
        assertEquals(nothing, of(LETTERS, Direction.ASCENDING).after("e", 1));
        assertEquals(nothing, of(LETTERS, Direction.ASCENDING).before("a", 1));
    }

    @Test
    void ordersTimesByTheNanosecondAndFarIntoTheFuture() {
        List<String> keys = Stream.of(
                        "1970-01-01T00:00:00Z",
                        "2025-01-01T00:00:00.000000009Z",
                        "2025-01-01T00:00:00.00000001Z",
                        "9999-12-31T00:00:00Z")
                .map(text -> Listing.timeKey(Instant.parse(text), "id"))
                .toList();
        assertEquals(keys.stream().sorted().toList(), keys);
    }

    @Test
    void ordersTitlesAsTheAlphabetDoesAndByTheirIdWhereTheyAreTheSame() {
        List<String> keys = Stream.of("Air", "air b", "Zephyr")
                .flatMap(title -> Stream.of("1", "2").map(id -> Listing.titleKey(title, id)))
                .toList();
        assertEquals(keys.stream().sorted().toList(), keys);
    }

    @Test
    void hasACursorEvenForATitleThatHasNoBytes() {
        String key = Listing.titleKey("\ud834", "id");
        assertEquals(Optional.of(key), Cursor.keyIn(Cursor.of(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "000001735689600000000009ab", "Größe 🎼 ?/+", "\u0000"})
    void aCursorIsSafeInAUrlAndReadBack(String key) {
        String cursor = Cursor.of(key);
        assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
        assertEquals(Optional.of(key), Cursor.keyIn(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "YQ==", "YR", "Y+", "_w", "ä"})
    void whatIsNoCursorIsNone(String text) {
        assertEquals(Optional.empty(), Cursor.keyIn(text));
    }
}
