package dev.fermata.world;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.account.Plan;
import dev.fermata.disk.Disk;
import dev.fermata.table.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests for a world that is being filled. */
@Timeout(30)
class WorldsRaceTest {
    /** As many as the bins of a new map, so that some share a bin with the world that is being filled. */
    private static final int OTHERS = 64;

    @TempDir
    Path folder;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch isFilling = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final AtomicInteger fillings = new AtomicInteger();

    @AfterEach
    void stops() {
        mayGoOn.countDown();
        clients.shutdownNow();
    }

    private Worlds worlds(int most, Worlds.Filling<?> filling) {
        return new Worlds(
                SmallWorld.rules(Plan.FREE, Store.MEMORY), OptionalLong.of(1), most, Disk.unlimited(folder), filling);
    }

    /** Stops in the first filling of the world "slow"; that filling then fails if told to. */
    private Worlds.Filling<Integer> slow(boolean isFailing) {
        return fresh -> {
            if (!fresh.name().equals("slow")) {
                return 0;
            }
            int count = fillings.incrementAndGet();
            if (count == 1) {
                isFilling.countDown();
                reached(mayGoOn);
                if (isFailing) {
                    throw new IOException("the first filling fails");
                }
            }
            return count;
        };
    }

    private static void reached(CountDownLatch latch) throws IOException {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "the latch was not reached");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Future<World> ask(Worlds worlds) {
        return clients.submit(() -> worlds.named("slow"));
    }

    @Test
    void twoFirstRequestsGetOneWorldThatIsFilledOnce() throws Exception {
        Worlds worlds = worlds(1, slow(false));
        Future<World> first = ask(worlds);
        reached(isFilling);
        Future<World> second = ask(worlds);
        assertEquals(Optional.empty(), worlds.find("slow"), "it is not filled yet");
        mayGoOn.countDown();
        assertSame(first.get(), second.get());
        assertEquals(1, fillings.get());
    }

    @Test
    void otherWorldsAreMadeMeanwhile() throws Exception {
        Worlds worlds = worlds(OTHERS + 1, slow(false));
        Future<World> first = ask(worlds);
        reached(isFilling);
        Future<List<World>> others = clients.submit(() ->
                IntStream.range(0, OTHERS).mapToObj(i -> worlds.named("w" + i)).toList());
        assertEquals(OTHERS, others.get(20, TimeUnit.SECONDS).size());
        assertEquals(OTHERS + 1, worlds.all().size(), "the default one, and not the one that is being filled");
        mayGoOn.countDown();
        first.get();
        assertEquals(OTHERS + 2, worlds.all().size());
    }

    @Test
    void aFailedFillingLeavesNothingAndTheRequestThatWaitedTriesAgain() throws Exception {
        Worlds worlds = worlds(1, slow(true));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        clients.execute(() -> failure.complete(assertThrows(UncheckedIOException.class, () -> worlds.named("slow"))));
        reached(isFilling);
        Future<World> second = ask(worlds);
        mayGoOn.countDown();
        assertTrue(failure.get().toString().contains("the first filling fails"), failure.get()::toString);
        World world = second.get();
        try (Stream<Path> left =
                Files.list(folder).filter(path -> path.toString().contains("world-"))) {
            List<Path> folders = left.toList();
            assertAll(
                    () -> assertSame(world, worlds.named("slow")),
                    () -> assertEquals(2, fillings.get()),
                    () -> assertEquals(List.of(world.documents().folder()), folders));
        }
    }

    @Test
    void aWorldThatIsEndedWhileItIsFilledEndsWhenItIs() throws Exception {
        Worlds worlds = worlds(1, slow(false));
        Future<World> first = ask(worlds);
        reached(isFilling);
        Future<?> end = clients.submit(() -> worlds.end("slow"));
        mayGoOn.countDown();
        end.get();
        assertTrue(first.get().hasEnded());
        assertNotSame(first.get(), worlds.named("slow"));
    }

    @Test
    void aWorldThatIsReplacedWhileItIsFilledEnds() throws Exception {
        Worlds worlds = worlds(1, slow(false));
        Future<World> first = ask(worlds);
        reached(isFilling);
        Future<String> replaced = clients.submit(() -> worlds.replace("slow", World::name));
        mayGoOn.countDown();
        assertEquals("slow", replaced.get());
        assertTrue(first.get().hasEnded());
        assertEquals(1, fillings.get(), "the replacement is there, and not filled again");
        assertNotSame(first.get(), worlds.named("slow"));
    }
}
