package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** {@code /_fermata/worlds/{world}/clock}: moving the time of a world over HTTP. */
@Timeout(60)
class ControlClockTest {
    private static final byte[] PDF = SheetMusic.of("Time").pages(2).pdf();
    private static final String CLOCK = "/worlds/default/clock";

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private Fermata fermata;
    private ControlClient control;
    private FlatClient flat;
    private OmrClient omr;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
        control = ControlClient.of(fermata.url());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(flat);
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        fermata.close();
    }

    private Instant now() {
        return Instant.parse(control.get(CLOCK).at("/now"));
    }

    @Nested
    class TheEndOfTime {
        private static final String END = "9999-12-31T23:59:59Z";

        private Answer set(String to) {
            return control.post(CLOCK + "/set", "{\"to\":\"" + to + "\"}");
        }

        @Test
        void stopsTheClockAndIsShown() {
            assertFalse(set("9999-12-31T23:59:58Z").json().path("ended").asBoolean());
            control.post(CLOCK + "/speed", "{\"speed\":1000000}");
            Answer clock = control.get(CLOCK);
            while (!clock.json().path("ended").asBoolean()) {
                clock = control.get(CLOCK);
            }
            Answer last = clock;
            assertAll(
                    () -> assertEquals(END, last.at("/now")),
                    () -> assertEquals(END, control.get(CLOCK).at("/now")),
                    () -> assertEquals("true", control.get(CLOCK).at("/ended")));
        }

        @Test
        void isNamedWhenAMoveGoesBeyondIt() {
            set("9999-12-31T23:59:59Z");
            for (Answer refused : List.of(
                    control.post(CLOCK + "/advance", "{\"by\":\"PT1S\"}"),
                    set("9999-12-31T23:59:59.5Z"),
                    set("+10000-01-01T00:00:00Z"),
                    control.post(CLOCK + "/advance", "{\"by\":\"PT9223372036854775807S\"}"))) {
                assertAll(
                        () -> assertEquals(400, refused.status()),
                        () -> assertTrue(refused.at("/detail").contains(END), refused::toString));
            }
            assertEquals(END, control.get(CLOCK).at("/now"));
        }

        @Test
        void doesNotDisturbClients() {
            set("9999-12-31T23:59:59Z");
            Answer job = omr.oneShot(PDF, Map.of());
            String score = flat.post("/scores", Map.of("data", MusicXml.titled("Last")))
                    .at("/id");
            assertAll(
                    () -> assertEquals(202, job.status(), job::toString),
                    () -> assertEquals(200, omr.get(job).status()),
                    () -> assertEquals(204, flat.delete("/scores/" + score).status()),
                    () -> assertEquals(
                            200, flat.get("/collections/trash/scores").status()),
                    () -> assertEquals(200, flat.get("/billing/credits/history").status()),
                    () -> assertEquals(200, control.get("/worlds/default/jobs").status()),
                    () -> assertEquals(
                            200, control.get("/worlds/default/journal").status()));
            for (Answer answer : List.of(flat.get("/collections/trash/scores"), omr.get(job))) {
                assertFalse(answer.text().contains("\"+10000"), answer::toString);
            }
        }
    }

    /** Waits until the server has registered a waiting client. */
    private CompletableFuture<Answer> waiting(Answer job) {
        Job engine = fermata.world().job(job.at("/id")).orElseThrow();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> omr.waitFor(job, 25), clients);
        while (fermata.world().flat().jobs().clients().waiting(engine) == 0 && !answer.isDone()) {
            Thread.onSpinWait();
        }
        assertFalse(answer.isDone(), "it was answered at once");
        return answer;
    }

    @Nested
    class IsMoved {
        @Test
        void byADuration() {
            Instant before = now();
            Answer moved = control.post(CLOCK + "/advance", "{\"by\":\"PT2H\"}");
            assertEquals(200, moved.status());
            assertEquals(before.plusSeconds(7_200).toString(), moved.at("/now"));
            assertEquals(before.plusSeconds(7_200), now());
        }

        @Test
        void toAnInstantThatDatesAllAnswers() {
            Answer moved = control.post(CLOCK + "/set", "{\"to\":\"2100-11-22T11:00:00+01:00\"}");
            assertEquals("2100-11-22T10:00:00Z", moved.at("/now"));
            assertEquals("Mon, 22 Nov 2100 10:00:00 GMT", moved.header("Date"));
            assertEquals("Mon, 22 Nov 2100 10:00:00 GMT", flat.get("/me").header("Date"));
        }

        @Test
        void toItsOwnInstant() {
            String now = control.get(CLOCK).at("/now");
            assertEquals(
                    200,
                    control.post(CLOCK + "/set", "{\"to\":\"" + now + "\"}").status());
        }

        @Test
        void byNothingAtAll() {
            Instant before = now();
            assertEquals(
                    200, control.post(CLOCK + "/advance", "{\"by\":\"PT0S\"}").status());
            assertEquals(before, now());
        }

        @Test
        void byTheSumOfConcurrentMoves() {
            Instant before = now();
            IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> control.post(CLOCK + "/advance", "{\"by\":\"PT1M\"}"), clients))
                    .toList()
                    .forEach(CompletableFuture::join);
            assertEquals(before.plus(Duration.ofMinutes(20)), now());
        }

        @Test
        void inNoOtherWorld() {
            control.put("/worlds/other");
            Instant before = now();
            control.post("/worlds/other/clock/advance", "{\"by\":\"P1D\"}");
            assertEquals(before, now());
        }

        @Test
        void andAnswersWaitingClients() throws Exception {
            CompletableFuture<Answer> waiting = waiting(omr.oneShot(PDF, Map.of()));
            control.post(CLOCK + "/advance", "{\"by\":\"PT20S\"}");
            assertEquals("done", waiting.get(15, TimeUnit.SECONDS).at("/status"));
        }
    }

    @Nested
    class IsRun {
        @Test
        void frozenAndResumed() {
            assertEquals(
                    "10.0", control.post(CLOCK + "/speed", "{\"speed\":10}").at("/speed"));
            Answer frozen = control.post(CLOCK + "/freeze");
            assertTrue(frozen.json().at("/frozen").asBoolean());
            assertEquals(frozen.at("/now"), control.get(CLOCK).at("/now"));
            Answer running = control.post(CLOCK + "/resume");
            assertEquals("1.0", running.at("/speed"));
            assertFalse(running.json().at("/frozen").asBoolean(true));
        }

        @Test
        void frozenTwice() {
            Instant once = Instant.parse(control.post(CLOCK + "/freeze").at("/now"));
            assertEquals(once, Instant.parse(control.post(CLOCK + "/freeze").at("/now")));
        }

        @Test
        void atSpeedZeroWhichIsFrozen() {
            control.post(CLOCK + "/resume");
            assertTrue(control.post(CLOCK + "/speed", "{\"speed\":0}")
                    .json()
                    .at("/frozen")
                    .asBoolean());
        }
    }

    @Nested
    class IsStepped {
        @Test
        void throughAllChangesOfAJobUpToItsErasure() {
            Answer job = omr.oneShot(PDF, Map.of());
            List<String> seen = new ArrayList<>();
            for (Answer step = control.post(CLOCK + "/step");
                    step.status() == 200;
                    step = control.post(CLOCK + "/step")) {
                assertEquals(step.at("/now"), step.at("/to"));
                Answer told = omr.get(job);
                seen.add(
                        told.json().has("progress")
                                ? told.at("/progress/key") + told.at("/progress/text")
                                : told.at("/status")
                                        + (told.json().at("/retention/expired").asBoolean() ? " and erased" : ""));
            }
            assertEquals(5, seen.size(), seen.toString());
            assertEquals("done", seen.get(3));
            assertEquals(Instant.parse(job.at("/retention/expiryDate")), now());
        }

        @Test
        void toTheFirstEventOfEitherVendor() {
            ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token").convert(PDF, "midi");
            Job conversion = fermata.world().scoreFlow().jobs().all().get(0);
            Instant first = conversion.startsAt().orElseThrow();
            assertEquals(first.toString(), control.post(CLOCK + "/step").at("/to"));
            Answer job = omr.oneShot(SheetMusic.of("Later").pages(1).pdf(), Map.of());
            Instant start =
                    fermata.world().job(job.at("/id")).orElseThrow().startsAt().orElseThrow();
            Instant page = conversion.nextChange(first).orElseThrow();
            assertEquals(
                    (start.isBefore(page) ? start : page).toString(),
                    control.post(CLOCK + "/step").at("/to"));
        }

        @Test
        void toTheDeletionFromTheTrash() {
            Map<String, ?> piano = Map.of("instruments", List.of(Map.of("group", "keyboards", "instrument", "piano")));
            String score = flat.post(
                            "/scores",
                            Map.of("title", "Gone", "privacy", "private", "builderData", Map.of("scoreData", piano)))
                    .at("/id");
            assertEquals(409, control.post(CLOCK + "/step").status());
            Instant deleted = now();
            flat.delete("/scores/" + score);
            Answer step = control.post(CLOCK + "/step");
            assertEquals(
                    90, Duration.between(deleted, Instant.parse(step.at("/to"))).toDays());
            assertEquals(409, control.post(CLOCK + "/step").status());
        }

        @Test
        void onceForEachConcurrentStep() {
            omr.oneShot(SheetMusic.of("Many").pages(20).pdf(), Map.of());
            List<CompletableFuture<String>> steps = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> control.post(CLOCK + "/step").at("/to"), clients))
                    .toList();
            Set<String> reached = new HashSet<>();
            steps.forEach(step -> reached.add(step.join()));
            assertEquals(20, reached.size());
        }

        @Test
        void nowhereWithoutAnEvent() {
            Instant before = now();
            assertEquals(409, control.post(CLOCK + "/step").status());
            assertEquals(before, now());
        }

        @Test
        void andAnswersWaitingClients() throws Exception {
            CompletableFuture<Answer> waiting = waiting(omr.oneShot(PDF, Map.of()));
            control.post(CLOCK + "/step");
            assertEquals(
                    "OMR_PROCESSING_PAGE", waiting.get(15, TimeUnit.SECONDS).at("/progress/key"));
        }

        @Test
        void byJavaToo() {
            Answer job = omr.oneShot(PDF, Map.of());
            Instant start =
                    fermata.world().job(job.at("/id")).orElseThrow().startsAt().orElseThrow();
            assertEquals(start, fermata.world().step().orElseThrow());
            assertEquals(start, now());
        }
    }

    @Nested
    class IsNotMoved {
        private void assertRefused(int status, String path, String body) {
            Instant before = now();
            Answer refused = control.post(CLOCK + path, body);
            assertAll(
                    path + " " + body, () -> assertEquals(status, refused.status()), () -> assertEquals(before, now()));
        }

        private void assertNamed(String field, String path, String body) {
            assertRefused(400, path, body);
            assertEquals(field, control.post(CLOCK + path, body).at("/field"), body);
        }

        @Test
        void backInTime() {
            assertRefused(409, "/advance", "{\"by\":\"-PT1S\"}");
            assertRefused(409, "/advance", "{\"by\":\"PT-1S\"}");
            assertRefused(409, "/set", "{\"to\":\"2020-01-01T00:00:00Z\"}");
            assertRefused(409, "/set", "{\"to\":\"-1000000-01-01T00:00:00Z\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"by\":null}",
                    "{\"by\":\"\"}",
                    "{\"by\":7200}",
                    "{\"by\":\"2h\"}",
                    "{\"by\":\"P1M\"}",
                    "{\"by\":[\"PT2H\"]}",
                    "{\"by\":\"P3000000D\"}",
                    "{\"by\":\"PT9999999999999999H\"}"
                })
        void byAnInvalidDurationOrBeyondTheEnd(String body) {
            assertNamed("by", "/advance", body);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"to\":\"tomorrow\"}",
                    "{\"to\":\"2100-11-22\"}",
                    "{\"to\":\"2100-11-22T10:00:00\"}",
                    "{\"to\":\"2100-02-30T10:00:00Z\"}",
                    "{\"to\":\"+10000-01-01T00:00:00Z\"}",
                    "{\"to\":4126327200}",
                    "{\"to\":true}"
                })
        void toAnInvalidInstantOrBeyondTheEnd(String body) {
            assertNamed("to", "/set", body);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"speed\":-1}",
                    "{\"speed\":1000001}",
                    "{\"speed\":1e999}",
                    "{\"speed\":\"10\"}",
                    "{\"speed\":true}",
                    "{\"speed\":{}}"
                })
        void atAnInvalidSpeed(String body) {
            assertNamed("speed", "/speed", body);
            assertEquals("0.0", control.get(CLOCK).at("/speed"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "null", "{", "PT2H", "\"PT2H\"", "{\"by\":\"PT2H\"}}", "\u0000"})
        void byABodyThatIsNotAnObject(String body) {
            assertRefused(400, "/advance", body);
        }

        @Test
        void byABodyThatIsHuge() {
            String huge = "{\"by\":\"PT" + "0".repeat(70_000) + "S\"}";
            assertRefused(413, "/advance", huge);
            Answer endless = control.with("Content-Type", "application/json")
                    .send(
                            "POST",
                            CLOCK + "/advance",
                            BodyPublishers.fromPublisher(BodyPublishers.ofString(" ".repeat(2 << 20))));
            assertEquals(413, endless.status());
        }

        @Test
        void byAFormOrAText() {
            Answer refused = control.with("Content-Type", "text/plain")
                    .send("POST", CLOCK + "/advance", BodyPublishers.ofString("{\"by\":\"PT2H\"}"));
            assertEquals(415, refused.status());
        }

        @Test
        void inAnUnknownWorld() {
            assertEquals(
                    404,
                    control.post("/worlds/nowhere/clock/advance", "{\"by\":\"PT2H\"}")
                            .status());
            assertEquals(404, control.get("/worlds/nowhere/clock").status());
            assertEquals(404, control.get("/worlds/nowhere").status());
        }

        @Test
        void byAnUnknownMethodOrPath() {
            assertEquals(405, control.put(CLOCK + "/freeze").status());
            assertEquals(404, control.post(CLOCK + "/rewind").status());
        }
    }
}
