package dev.fermata.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.account.Plan;
import dev.fermata.document.Document;
import dev.fermata.job.script.Failure;
import dev.fermata.score.Metadata;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing;
import dev.fermata.score.content.Content;
import dev.fermata.table.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails at any write of any operation on scores, collections and the trash: nothing has changed then. */
class FailedWritesTest {
    private static final Duration MONTH = Duration.ofDays(30);

    /** Fails at the n-th write from when it is armed, or at the commit after all of them. */
    private static final class FailingStore implements Store {
        private int left = Integer.MAX_VALUE;
        private boolean failsToCommit;
        private int writes;

        @Override
        public void write(Write write) {
            writes++;
            if (--left == 0) {
                throw new StoreFailure();
            }
        }

        @Override
        public void commit() {
            if (failsToCommit) {
                throw new StoreFailure();
            }
        }
    }

    private static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;

    private int worlds;
    private FailingStore store = new FailingStore();

    static Stream<String> operations() {
        return all().keySet().stream();
    }

    private static Map<String, Consumer<SmallWorld>> all() {
        Map<String, Consumer<SmallWorld>> all = new LinkedHashMap<>();
        all.put("add a score to the app collection", small -> small.add("new"));
        all.put("add a score to a collection", small -> {
            Score score = small.world.scores().find("air").orElseThrow();
            Score copy = Score.of("copy", score.owner(), "copy", score.sharing(), score.last());
            small.world.library().add(copy, Optional.of("mine"));
        });
        all.put(
                "edit and publish a score",
                small -> small.world
                        .scores()
                        .change(
                                "air",
                                score -> score.edited(
                                        "new",
                                        new Sharing(Sharing.Privacy.PUBLIC, Optional.empty()),
                                        Metadata.NONE,
                                        small.now())));
        all.put("add a revision", small -> {
            Revision next = Revision.of("air-2", small.now(), Content.uploaded(small.document("next")));
            small.world.scores().change("air", score -> score.with(next));
        });
        all.put(
                "start an import",
                small -> small.world.scores().expect(small.owner, "coming", "job-coming", small.now()));
        all.put("store the score of an import", small -> {
            Instant later = small.now().plus(MONTH);
            small.world.library().score("imported", later);
        });
        all.put(
                "expect no score of an import that failed",
                small -> small.world.library().score("failed", small.now()));
        all.put(
                "put a score into the trash",
                small -> small.world.trash().put("air", small.now().plus(MONTH)));
        all.put("take a score back", small -> small.world.trash().restore("old", small.owner, small.now()));
        all.put("delete a score for good", small -> small.world.trash().delete("old"));
        all.put(
                "delete the scores whose time is over",
                small -> small.world.trash().deleteExpired(small.now().plus(MONTH)));
        all.put(
                "look at the app collection first",
                small -> small.world.collections().appOf("other", small.now()));
        all.put("create a collection", small -> small.addCollection("new"));
        all.put(
                "rename a collection",
                small -> small.world.collections().rename("mine", Optional.of("new"), small.now()));
        all.put("put a score into a collection", small -> {
            small.world.clock().advance(Duration.ofSeconds(1));
            small.world.library().place("air", "empty", small.now());
        });
        all.put("take a score out of a collection", small -> {
            small.world.clock().advance(Duration.ofSeconds(1));
            small.world.collections().take("air", "mine", small.now());
        });
        all.put(
                "put a collection into the trash",
                small -> small.world.collections().trash("mine", small.now().plus(MONTH)));
        all.put(
                "delete the collections whose time is over",
                small -> small.world.collections().deleteExpired(small.now().plus(MONTH)));
        return all;
    }

    /** A score, two collections, one with the score in it, and one of each in the trash. */
    private SmallWorld world() {
        store = new FailingStore();
        SmallWorld small = new SmallWorld(Plan.FREE, store, folder.resolve("world-" + worlds++));
        small.add("air");
        small.add("old");
        small.startImport("imported");
        small.startImport("failed");
        small.world
                .flat()
                .jobs()
                .find("job-failed")
                .ifPresent(job -> small.world.flat().jobs().fail(job, Failure.GENERIC));
        List.of("mine", "empty", "gone").forEach(small::addCollection);
        small.world.library().place("air", "mine", small.now());
        small.world.library().place("old", "mine", small.now());
        small.world.library().place("air", "gone", small.now());
        small.world.trash().put("old", small.now().plus(MONTH));
        small.world.collections().trash("gone", small.now().plus(MONTH));
        return small;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void leaveEveryRowAsItWas(String name) {
        Consumer<SmallWorld> operation = Objects.requireNonNull(all().get(name));
        SmallWorld whole = world();
        Map<String, List<?>> before = whole.rows();
        int begun = store.writes;
        operation.accept(whole);
        int writes = store.writes - begun;
        assertTrue(writes > 0);
        assertNotEquals(before, whole.rows());
        for (int failing = 1; failing <= writes; failing++) {
            SmallWorld small = world();
            store.left = failing;
            assertChangesNothing(operation, small);
        }
        SmallWorld small = world();
        store.failsToCommit = true;
        assertChangesNothing(operation, small);
    }

    private static void assertChangesNothing(Consumer<SmallWorld> operation, SmallWorld small) {
        Map<String, List<?>> before = small.rows();
        assertThrows(StoreFailure.class, () -> operation.accept(small));
        assertEquals(before, small.rows());
        assertTrue(documents(small).allMatch(document -> Files.exists(document.file())));
    }

    /** The documents of the scores that are there, also in the trash. */
    private static Stream<Document> documents(SmallWorld small) {
        return Stream.of("air", "old")
                .flatMap(id -> Stream.concat(
                        small.world.scores().find(id).stream(),
                        small.world.scores().findInTrash(id, small.now()).stream()))
                .flatMap(score -> score.revisions().stream())
                .flatMap(revision -> revision.content().documents().stream());
    }
}
