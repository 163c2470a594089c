package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import dev.fermata.world.World;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /_fermata/worlds}: creating, reading and ending worlds over HTTP. */
@Timeout(60)
class ControlWorldsTest {
    private static final byte[] PDF = SheetMusic.of("Worlds").pages(2).pdf();

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private Fermata fermata;
    private ControlClient control;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
        control = ControlClient.of(fermata.url());
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        fermata.close();
    }

    private FlatClient flat(String world) {
        return FlatClient.of(fermata.flatUrl(), "fermata_" + world + "_me");
    }

    private List<Integer> counts(String world) {
        Answer answer = control.get("/worlds/" + world);
        return List.of("accounts", "jobs", "documents").stream()
                .map(name -> answer.json().path(name).asInt(-1))
                .toList();
    }

    @Nested
    class OneThatIsPut {
        @Test
        void isCreatedOnce() {
            Answer made = control.put("/worlds/mine");
            assertEquals(201, made.status());
            assertEquals("mine", made.at("/name"));
            assertEquals(200, control.put("/worlds/mine").status());
        }

        @Test
        void isCreatedByOneOfManyConcurrentCalls() {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> control.put("/worlds/mine").status(), clients))
                    .toList();
            assertEquals(
                    1,
                    answers.stream()
                            .map(CompletableFuture::join)
                            .filter(status -> status == 201)
                            .count());
        }

        @Test
        void isListedWithTheDefaultOne() {
            control.put("/worlds/mine");
            assertEquals(
                    List.of("default", "mine"),
                    control.get("/worlds").json().path("worlds").findValuesAsText("name"));
        }

        @Test
        void isSelectedByItsTokens() {
            control.put("/worlds/mine");
            assertEquals(List.of(0, 0, 0), counts("mine"));
            flat("mine").importPdf(PDF, Map.of());
            ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_mine_you").convert(PDF, "midi");
            assertEquals(List.of(2, 2, 1), counts("mine"));
            assertEquals(List.of(0, 0, 0), counts("default"));
        }
    }

    @Nested
    class OneThatIsDeleted {
        @Test
        void startsAnewWithItsNextUse() {
            flat("mine").importPdf(PDF, Map.of());
            assertEquals(204, control.delete("/worlds/mine").status());
            assertEquals(404, control.get("/worlds/mine").status());
            flat("mine").get("/me");
            assertEquals(List.of(1, 0, 0), counts("mine"));
        }

        @Test
        void leavesNoDocument() {
            flat("mine").importPdf(PDF, Map.of());
            World world = fermata.world("mine");
            assertTrue(Files.exists(world.documents().folder()));
            control.delete("/worlds/mine");
            assertFalse(Files.exists(world.documents().folder()));
        }

        @Test
        void mayBeTheDefaultOneWhichExistsAgainAtOnce() {
            flat("default").importPdf(PDF, Map.of());
            assertEquals(204, control.delete("/worlds/default").status());
            assertEquals(List.of(0, 0, 0), counts("default"));
        }

        @Test
        void mayBeDeletedTwiceOrBeUnknown() {
            control.put("/worlds/mine");
            assertEquals(204, control.delete("/worlds/mine").status());
            assertEquals(204, control.delete("/worlds/mine").status());
            assertEquals(204, control.delete("/worlds/never").status());
        }

        @Test
        void answersWaitingClients() throws Exception {
            OmrClient omr = new OmrClient(flat("mine"));
            Answer job = omr.oneShot(PDF, Map.of());
            Job engine = fermata.world("mine").job(job.at("/id")).orElseThrow();
            CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> omr.waitFor(job, 25), clients);
            while (fermata.world("mine").flat().jobs().clients().waiting(engine) == 0 && !waiting.isDone()) {
                Thread.onSpinWait();
            }
            assertFalse(waiting.isDone());
            control.delete("/worlds/mine");
            assertEquals("OMR_QUEUED", waiting.get(15, TimeUnit.SECONDS).at("/progress/key"));
        }

        @Test
        void doesNotDisturbARunningUpload() {
            List<CompletableFuture<Integer>> uploads = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> flat("mine").importPdf(PDF, Map.of()).status(), clients))
                    .toList();
            while (!uploads.stream().allMatch(CompletableFuture::isDone)) {
                assertEquals(204, control.delete("/worlds/mine").status());
            }
            uploads.forEach(upload -> assertEquals(202, upload.join()));
        }
    }

    @Nested
    class ANameThatIsNone {
        @ParameterizedTest
        @ValueSource(strings = {"a_b", "a.b", "%20", "%2F", "%C3%A9", "..%2f.."})
        void isRefused(String name) {
            assertAll(
                    name,
                    () -> assertEquals("world", control.put("/worlds/" + name).at("/field")),
                    () -> assertEquals(400, control.delete("/worlds/" + name).status()),
                    () -> assertEquals(404, control.get("/worlds/" + name).status()),
                    () -> assertEquals(
                            404,
                            control.post("/worlds/" + name + "/clock/freeze").status()));
        }

        @Test
        void mayNotBeLongerThanATokenAllows() {
            assertEquals(201, control.put("/worlds/" + "x".repeat(64)).status());
            assertEquals(400, control.put("/worlds/" + "x".repeat(65)).status());
        }
    }

    @Test
    void javaSeesTheSameWorlds() {
        control.put("/worlds/mine");
        assertEquals(
                List.of("default", "mine"),
                fermata.worlds().stream().map(World::name).toList());
        fermata.endWorld("mine");
        assertEquals(404, control.get("/worlds/mine").status());
    }
}
