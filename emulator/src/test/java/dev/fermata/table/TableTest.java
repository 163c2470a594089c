package dev.fermata.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private record Note(String id, String owner, String text, Optional<Instant> deletedAt) {
        Note saying(String other) {
            return new Note(id, owner, other, deletedAt);
        }
    }

    private static final class CountingStore implements Store {
        private final List<String> written = new ArrayList<>();
        private int commits;
        private int failAt = Integer.MAX_VALUE;
        private boolean failsToCommit;

        @Override
        public void write(Write write) {
            written.add(write.kind() + " " + write.id());
            if (written.size() == failAt) {
                throw new IllegalStateException("the store failed");
            }
        }

        @Override
        public void commit() {
            if (failsToCommit) {
                throw new IllegalStateException("the store failed");
            }
            commits++;
        }
    }

    private final CountingStore store = new CountingStore();
    private final Tables tables = new Tables(store);
    private final Table<Note> notes = tables.add("notes", Note::id, Note::owner);
    private final Index<String, Note> byText = notes.index(note -> Stream.of(note.text()));
    private final Due<Note> deletions = notes.due(Note::deletedAt);

    private static Note note(String id, String owner) {
        return new Note(id, owner, "text", Optional.empty());
    }

    private static Note deleted(String id, Duration afterNoon) {
        return new Note(id, "me", "text", Optional.of(NOON.plus(afterNoon)));
    }

    private void insert(Note... rows) {
        tables.change(() -> Stream.of(rows).forEach(notes::insert));
    }

    private static List<String> ids(List<Note> rows) {
        return rows.stream().map(Note::id).toList();
    }

    @Nested
    class FindsRows {
        @Test
        void byIdAndByOwnerInTheOrderOfInsertion() {
            insert(note("b", "me"), note("x", "other"), note("a", "me"));
            assertEquals(Optional.of(note("x", "other")), notes.find("x"));
            assertEquals(List.of("b", "a"), ids(notes.of("me")));
            assertEquals(List.of("b", "x", "a"), ids(notes.all()));
            assertEquals(2, notes.count("me"));
        }

        @Test
        void byAKeyThatAnUpdateChanges() {
            insert(note("a", "me"), note("b", "me"));
            tables.change(() -> notes.update("a", note -> note.saying("new")));
            assertEquals(List.of("b"), ids(byText.rows("text")));
            assertEquals(List.of("a"), ids(byText.rows("new")));
        }

        @Test
        void byWhatIsDue() {
            insert(deleted("late", Duration.ofHours(2)), deleted("soon", Duration.ofHours(1)), note("never", "me"));
            assertEquals(List.of(), deletions.until(NOON));
            assertEquals(List.of("soon"), ids(deletions.until(NOON.plus(Duration.ofHours(1)))));
            assertEquals(Optional.of(NOON.plus(Duration.ofHours(2))), deletions.next(NOON.plus(Duration.ofHours(1))));
            assertEquals("soon", deletions.first().orElseThrow().id());
        }
    }

    @Nested
    class UndoesAChange {
        @Test
        void ofWhichAnyWriteFails() {
            insert(note("a", "me"), deleted("b", Duration.ofHours(1)));
            List<Note> before = notes.all();
            for (int failing = 1; failing <= 3; failing++) {
                store.written.clear();
                store.failAt = failing;
                assertThrows(
                        IllegalStateException.class,
                        () -> tables.change(() -> {
                            notes.update("a", note -> note.saying("new"));
                            notes.delete("b");
                            notes.insert(note("c", "me"));
                        }));
                assertEquals(before, notes.all());
                assertEquals(List.of("a", "b"), ids(byText.rows("text")));
                assertEquals(List.of("b"), ids(deletions.until(Instant.MAX)));
            }
        }

        @Test
        void thatCannotBeCommitted() {
            store.failsToCommit = true;
            assertThrows(IllegalStateException.class, () -> insert(note("a", "me")));
            assertEquals(0, notes.count());
        }

        @Test
        void withTheChangesInsideOfIt() {
            assertThrows(
                    IllegalStateException.class,
                    () -> tables.change(() -> {
                        insert(note("a", "me"));
                        throw new IllegalStateException("after the inner change");
                    }));
            assertEquals(0, notes.count());
        }

        @Test
        void withoutTheActionsThatWereToFollowIt() {
            List<String> done = new ArrayList<>();
            assertThrows(
                    IllegalStateException.class,
                    () -> tables.change(() -> {
                        tables.afterCommit(() -> done.add("woken"));
                        throw new IllegalStateException();
                    }));
            assertEquals(List.of(), done);
        }
    }

    @Nested
    class Commits {
        @Test
        void onceForAllWritesOfAChange() {
            tables.change(() -> {
                insert(note("a", "me"));
                insert(note("b", "me"));
            });
            assertEquals(1, store.commits);
            assertEquals(List.of("INSERT a", "INSERT b"), store.written);
        }

        @Test
        void nothingWhenNoRowDiffers() {
            insert(note("a", "me"));
            tables.change(() -> notes.update(note("a", "me")));
            assertEquals(1, store.commits);
        }

        @Test
        void beforeTheActionsThatFollow() {
            List<Integer> commits = new ArrayList<>();
            tables.change(() -> {
                notes.insert(note("a", "me"));
                tables.afterCommit(() -> commits.add(store.commits));
                assertTrue(commits.isEmpty());
            });
            assertEquals(List.of(1), commits);
        }
    }

    @Nested
    class Refuses {
        @Test
        void writesOutsideOfAChange() {
            assertThrows(IllegalStateException.class, () -> notes.insert(note("a", "me")));
            assertFalse(notes.find("a").isPresent());
        }

        @Test
        void aRowWithAnIdThatIsTaken() {
            insert(note("a", "me"));
            assertThrows(IllegalStateException.class, () -> insert(note("a", "other")));
            assertEquals("me", notes.find("a").orElseThrow().owner());
        }
    }
}
