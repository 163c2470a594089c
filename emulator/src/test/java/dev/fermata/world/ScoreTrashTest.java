package dev.fermata.world;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.account.Plan;
import dev.fermata.score.Score;
import dev.fermata.table.Store;
import dev.fermata.world.Trash.Restored;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When three scores leave the trash, each of which stays in it for 90 days:
 *
 * <pre>
 *          day 0     day 30    day 60    day 90    day 120
 *   air    |-----------------------------|
 *   rondo  |---------|         |-----------------------------| day 150
 *   waltz            |-----------------------------|
 * </pre>
 */
class ScoreTrashTest {
    private static final Duration KEPT = Duration.ofDays(90);

    private final SmallWorld small;
    private final World world;
    private final Trash trash;
    private final Instant begin;

    ScoreTrashTest(@TempDir Path folder) {
        small = new SmallWorld(Plan.FREE, Store.MEMORY, folder.resolve("documents"));
        world = small.world;
        trash = world.trash();
        begin = small.now();
        List.of("air", "rondo", "waltz").forEach(small::add);
    }

    private void put(String score) {
        assertTrue(trash.put(score, small.now().plus(KEPT)));
    }

    private void goTo(int day) {
        world.clock().setTo(day(day));
    }

    private Instant day(int day) {
        return begin.plus(Duration.ofDays(day));
    }

    private List<String> inTrash() {
        return ids(world.scores().trashOf(small.owner.id(), small.now()));
    }

    private List<String> kept() {
        return ids(world.scores().of(small.owner.id()));
    }

    private static List<String> ids(List<Score> scores) {
        return scores.stream().map(Score::id).toList();
    }

    private void runTo(int day) {
        put("air");
        put("rondo");
        goTo(30);
        assertEquals(Restored.RESTORED, trash.restore("rondo", small.owner, small.now()));
        put("waltz");
        goTo(60);
        put("rondo");
        goTo(day);
    }

    @Test
    void eachIsDeletedWhenItsOwnTimeIsOver() {
        runTo(89);
        assertEquals(List.of("air", "rondo", "waltz"), inTrash());
        goTo(90);
        assertEquals(List.of("rondo", "waltz"), inTrash());
        goTo(119);
        assertEquals(List.of("rondo", "waltz"), inTrash());
        goTo(120);
        assertEquals(List.of("rondo"), inTrash());
        goTo(150);
        assertEquals(List.of(), inTrash());
        assertEquals(List.of(), kept());
    }

    @Test
    void theNextDeletionIsThatOfTheScoreThatIsDueFirst() {
        runTo(60);
        assertEquals(Optional.of(day(90)), trash.nextDeletion(small.now()));
        goTo(90);
        assertEquals(Optional.of(day(120)), trash.nextDeletion(small.now()));
        goTo(120);
        assertEquals(Optional.of(day(150)), trash.nextDeletion(small.now()));
        goTo(150);
        assertEquals(Optional.empty(), trash.nextDeletion(small.now()));
    }

    @Test
    void aScoreThatWasTakenBackIsNotDeletedAtItsFirstDate() {
        runTo(90);
        assertTrue(world.scores().findInTrash("rondo", small.now()).isPresent());
    }

    @Test
    void documentsStayUntilTheDeletion() {
        runTo(89);
        assertEquals(3, world.documents().count());
        goTo(90);
        assertEquals(2, world.documents().count());
        goTo(150);
        assertEquals(0, world.documents().count());
    }

    @Test
    void collectionsKeepAScoreUntilItsDeletion() {
        small.addCollection("mine");
        world.library().place("air", "mine", small.now());
        put("air");
        assertEquals(List.of("air"), world.collections().scoresIn("mine"));
        goTo(90);
        assertEquals(List.of(), world.collections().scoresIn("mine"));
    }

    @Nested
    class AScoreInTheTrash {
        @Test
        void isNotPutThereAgain() {
            put("air");
            assertFalse(trash.put("air", day(200)));
            goTo(90);
            assertEquals(List.of(), inTrash());
        }

        @Test
        void isDeletedBeforeItsTimeOnce() {
            put("air");
            assertAll(
                    () -> assertTrue(trash.delete("air")),
                    () -> assertFalse(trash.delete("air")),
                    () -> assertFalse(trash.delete("rondo")),
                    () -> assertEquals(Restored.NOT_THERE, trash.restore("air", small.owner, small.now())),
                    () -> assertEquals(Optional.empty(), trash.nextDeletion(small.now())));
        }

        @Test
        void takesNoRoomAndNeedsSomeToComeBack() {
            IntStream.range(3, 15).forEach(i -> small.add("no-" + i));
            assertFalse(world.scores().hasRoom(small.owner, small.now()));
            put("air");
            assertTrue(world.scores().hasRoom(small.owner, small.now()));
            small.startImport("coming");
            assertEquals(Restored.NO_ROOM, trash.restore("air", small.owner, small.now()));
            assertEquals(List.of("air"), inTrash());
            world.flat().jobs().cancel(world.flat().jobs().find("job-coming").orElseThrow());
            assertEquals(Restored.RESTORED, trash.restore("air", small.owner, small.now()));
        }
    }
}
