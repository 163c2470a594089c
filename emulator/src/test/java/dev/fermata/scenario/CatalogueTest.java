package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.CreditLedger;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain HTTP client sees of each scenario of the catalogue. */
class CatalogueTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PDF = SheetMusic.of("Scenario").pages(2).pdf();

    private static Fermata fermata;

    private final HttpClient http = HttpClient.newHttpClient();
    private String world;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @BeforeEach
    void newWorld() {
        world = "w" + UUID.randomUUID();
    }

    /** Checks that all journal entries are in order, and that no credits are missing. */
    @AfterEach
    void theLedgerAddsUp() {
        var now = fermata.world(world).clock().instant();
        fermata.world(world).flat().accounts().find(accountId()).ifPresent(account -> {
            CreditLedger ledger = fermata.world(world).flat().accounts().ledger(account.id());
            int sum = ledger.entries(now).stream()
                    .mapToInt(CreditLedger.Entry::amount)
                    .sum();
            long charges = ledger.entries(now).stream()
                    .filter(entry -> entry.reason() == CreditLedger.Reason.CHARGE
                            && !entry.job().isEmpty())
                    .count();
            assertAll(
                    () -> assertEquals(ledger.balance(now), sum),
                    () -> assertTrue(sum >= 0),
                    () -> assertTrue(
                            charges <= fermata.world(world).flat().jobs().all().size()));
        });
    }

    private String accountId() {
        return fermata.world(world)
                                .flat()
                                .accounts()
                                .identify(
                                        dev.fermata.account.Token.of(token()),
                                        fermata.world(world).clock().instant())
                        instanceof dev.fermata.account.Accounts.Identity.Known known
                ? known.known().account().id()
                : "";
    }

    private String token() {
        return "fermata_" + world + "_me";
    }

    private void play(String name) {
        fermata.world(world).scenarios().play(name);
    }

    private void play(String name, When when) {
        fermata.world(world).scenarios().play(Catalogue.named(name).when(when));
    }

    private HttpResponse<String> send(String method, String url, String body) throws IOException, InterruptedException {
        return http.send(request(method, url, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> me() throws IOException, InterruptedException {
        return send("GET", fermata.flatUrl() + "/me", "");
    }

    private HttpResponse<String> importPdf() throws IOException, InterruptedException {
        return send("POST", fermata.flatUrl() + "/scores", importing("scenario.pdf"));
    }

    private static String importing(String fileName) {
        return json(Map.of(
                "filename",
                fileName,
                "data",
                Base64.getEncoder().encodeToString(PDF),
                "dataEncoding",
                "base64",
                "supportsTasks",
                true));
    }

    private static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String at(HttpResponse<String> response, String pointer) throws IOException {
        return JSON.readTree(response.body()).at(pointer).asText();
    }

    private HttpResponse<String> omrJob() throws IOException, InterruptedException {
        String body = json(Map.of(
                "output",
                "musicxml",
                "autoStart",
                true,
                "files",
                List.of(Map.of("file", Base64.getEncoder().encodeToString(PDF), "filename", "scenario.pdf"))));
        String id = at(send("POST", fermata.flatUrl() + "/omr/jobs", body), "/id");
        return send("GET", fermata.flatUrl() + "/omr/jobs/" + id, "");
    }

    private int credits() {
        return fermata.world(world)
                .flat()
                .accounts()
                .ledger(accountId())
                .balance(fermata.world(world).clock().instant());
    }

    private List<Entry> journal() {
        return fermata.world(world).journal().find(Query.ALL);
    }

    @Nested
    class AJob {
        @ParameterizedTest
        @CsvSource({
            "no-music, NO_MUSIC_DETECTED",
            "corrupted, CORRUPTED_FILE",
            "unsupported-format, UNSUPPORTED_FORMAT",
            "tablature, UNSUPPORTED_TABLATURE",
            "encrypted, ENCRYPTED_PDF",
            "too-large, TOO_LARGE",
            "engine-timeout, ENGINE_TIMEOUT",
            "generic, GENERIC"
        })
        void failsWithEachCodeAndItsCreditsComeBack(String name, String code) throws Exception {
            play(name);
            HttpResponse<String> job = omrJob();
            assertEquals("error", at(job, "/status"));
            assertEquals(code, at(job, "/errorCode"));
            assertEquals(1_000, credits());
        }

        @Test
        void stallsUntilItIsCanceled() throws Exception {
            play("stalls");
            fermata.world(world).clock().freeze();
            String id = at(omrJob(), "/id");
            fermata.world(world).clock().advance(Duration.ofDays(1));
            HttpResponse<String> stalled = send("GET", fermata.flatUrl() + "/omr/jobs/" + id, "");
            assertEquals("processing", at(stalled, "/status"));
            assertEquals("50", at(stalled, "/progress/percent"));
            assertEquals(
                    200,
                    send("POST", fermata.flatUrl() + "/omr/jobs/" + id + "/cancel", "")
                            .statusCode());
            assertEquals(1_000, credits());
        }

        @Test
        void isDoneWithoutAResult() throws Exception {
            play("without-result");
            HttpResponse<String> job = omrJob();
            assertEquals("done", at(job, "/status"));
            assertEquals("", at(job, "/result/exports/0"));
            assertEquals(
                    404,
                    send("GET", fermata.flatUrl() + "/omr/jobs/" + at(job, "/id") + "/exports/midi", "")
                            .statusCode());
        }

        @Test
        void isDoneAndItsResultComesLater() throws Exception {
            play("result-late");
            fermata.world(world).clock().freeze();
            String export = fermata.flatUrl() + "/omr/jobs/" + at(omrJob(), "/id") + "/exports/midi";
            assertEquals(409, send("GET", export, "").statusCode());
            fermata.world(world).clock().advance(Duration.ofSeconds(30));
            assertEquals(200, send("GET", export, "").statusCode());
        }

        @Test
        void vanishesOnceItIsDone() throws Exception {
            play("vanishes");
            assertEquals(404, omrJob().statusCode());
        }

        @Test
        void awaitsAStepThatItsClientDidNotRequest() throws Exception {
            play("awaits-once");
            HttpResponse<String> job = omrJob();
            String url = fermata.flatUrl() + "/omr/jobs/" + at(job, "/id");
            HttpResponse<String> resumed = send("POST", url + "/steps/details", json(Map.of("step", "details")));
            assertAll(
                    () -> assertEquals("awaitingInput", at(job, "/status")),
                    () -> assertEquals("details", at(job, "/currentStep")),
                    () -> assertEquals("", at(job, "/interactiveSteps/0")),
                    () -> assertEquals(202, resumed.statusCode(), resumed.body()),
                    () -> assertEquals("done", at(send("GET", url, ""), "/status")));
        }

        @Test
        void awaitsNothingWithoutSteps() throws Exception {
            play("awaits-once");
            String task = at(importPdf(), "/id");
            assertEquals("done", at(send("GET", fermata.flatUrl() + "/tasks/" + task, ""), "/state"));
        }

        @Test
        void awaitsItsClientForEver() throws Exception {
            play("awaits-forever");
            assertEquals("awaitingInput", at(omrJob(), "/status"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"slow", "goes-back"})
        void isDoneAtOnceAtPaceInstant(String name) throws Exception {
            play(name);
            assertEquals("done", at(omrJob(), "/status"));
        }
    }

    @Nested
    class AnAnswer {
        @ParameterizedTest
        @CsvSource({
            "error-400, 400",
            "error-401, 401",
            "error-402, 402",
            "error-403, 403",
            "error-404, 404",
            "error-409, 409",
            "error-429, 429",
            "error-500, 500",
            "error-503, 503"
        })
        void isAnErrorInTheVendorsFormat(String name, int status) throws Exception {
            play(name);
            HttpResponse<String> byFlat = importPdf();
            HttpResponse<String> byScoreFlow = send("GET", fermata.scoreFlowUrl() + "/convert/status/x", "");
            assertAll(
                    () -> assertEquals(status, byFlat.statusCode()),
                    () -> assertNotEquals("", at(byFlat, "/code")),
                    () -> assertNotEquals("", at(byFlat, "/message")),
                    () -> assertEquals(status == 500, !at(byFlat, "/id").isEmpty()),
                    () -> assertEquals(status, byScoreFlow.statusCode()),
                    () -> assertNotEquals("", at(byScoreFlow, "/error")),
                    () -> assertTrue(
                            byFlat.headers().firstValue("X-RateLimit-Reset").isPresent()),
                    () -> assertEquals(1_000, credits()),
                    () -> assertEquals(name, journal().get(0).scenario().orElse("")));
        }

        @ParameterizedTest
        @CsvSource({"proxy-502, 502", "proxy-503, 503", "proxy-504, 504"})
        void isAProxysPage(String name, int status) throws Exception {
            play(name);
            HttpResponse<String> page = me();
            assertEquals(status, page.statusCode());
            assertEquals("text/html", page.headers().firstValue("Content-Type").orElse(""));
            assertTrue(page.body().contains("<h1>" + status), page.body());
        }

        @Test
        void isAnErrorTwiceAndThenSucceeds() throws Exception {
            play("busy-twice");
            assertEquals(503, importPdf().statusCode());
            assertEquals(503, importPdf().statusCode());
            assertEquals(202, importPdf().statusCode());
            assertEquals(998, credits());
        }

        @Test
        void isAnErrorSometimesAndTheSameInEveryRun() throws Exception {
            play("flaky");
            List<Integer> once = statuses();
            play("flaky");
            List<Integer> again = statuses();
            assertEquals(once, again);
            assertTrue(once.contains(200) && once.contains(500), once.toString());
        }

        private List<Integer> statuses() throws Exception {
            List<Integer> statuses = new java.util.ArrayList<>();
            for (int i = 0; i < 20; i++) {
                statuses.add(me().statusCode());
            }
            return statuses;
        }

        @Test
        void hasUnknownStates() throws Exception {
            play("unknown-values");
            assertEquals("somethingNew", at(importPdf(), "/state"));
        }

        @Test
        void hasUnknownFields() throws Exception {
            play("extra-fields");
            HttpResponse<String> task = importPdf();
            assertEquals("created", at(task, "/state"));
            assertEquals("new", at(task, "/newField"));
            assertEquals("new", at(task, "/progress/newField"));
        }

        @Test
        void labelsItsJsonAsText() throws Exception {
            play("wrong-type");
            HttpResponse<String> task = importPdf();
            assertEquals("text/plain", task.headers().firstValue("Content-Type").orElse(""));
            assertEquals("created", at(task, "/state"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"truncated", "malformed"})
        void isMalformedJson(String name) throws Exception {
            play(name);
            HttpResponse<String> task = importPdf();
            assertEquals(202, task.statusCode());
            assertEquals(
                    "application/json",
                    task.headers().firstValue("Content-Type").orElse(""));
            assertThrows(JsonProcessingException.class, () -> JSON.readTree(task.body()));
        }
    }

    @Nested
    class TheLine {
        @Test
        void isResetBeforeTheRequestIsRead() {
            play("reset-request", When.ALWAYS.operation("createScore"));
            assertThrows(IOException.class, CatalogueTest.this::importPdf);
            assertEquals(List.of(), fermata.world(world).flat().jobs().all());
        }

        @Test
        void isResetAfterTheOperation() {
            play("reset-answer", When.ALWAYS.operation("createScore"));
            assertThrows(IOException.class, CatalogueTest.this::importPdf);
            assertEquals(1, fermata.world(world).flat().jobs().all().size());
            assertEquals(998, credits());
        }

        @Test
        void isResetInTheMiddleOfTheBody() {
            play("reset-body");
            var lines = new StringBuilder();
            assertThrows(IOException.class, () -> {
                HttpResponse<java.io.InputStream> answer =
                        http.send(request("GET", fermata.flatUrl() + "/me", ""), BodyHandlers.ofInputStream());
                assertEquals(200, answer.statusCode());
                try (var in = answer.body()) {
                    for (int b = in.read(); b >= 0; b = in.read()) {
                        lines.append((char) b);
                    }
                }
            });
            assertTrue(lines.toString().startsWith("{") || lines.isEmpty(), lines.toString());
        }

        @Test
        void isSlowByTheClockOfTheWorld() throws Exception {
            play("latency");
            fermata.world(world).clock().freeze();
            var late = http.sendAsync(request("GET", fermata.flatUrl() + "/me", ""), BodyHandlers.ofString());
            untilAClientWaits();
            fermata.world(world).clock().advance(Duration.ofSeconds(3));
            assertEquals(200, late.get(60, TimeUnit.SECONDS).statusCode());
        }

        @Test
        void arrivesSlowly() throws Exception {
            play("slow-body");
            fermata.world(world).clock().speed(1_000);
            HttpResponse<String> slow = me();
            assertEquals(200, slow.statusCode());
            assertNotEquals("", at(slow, "/id"));
        }

        @Test
        void isRefusedForSomeTime() throws Exception {
            try (Fermata other = Fermata.start(FermataOptions.builder().speed(0).build())) {
                other.world().scenarios().play("refused");
                URI me = URI.create(other.flatUrl() + "/me");
                HttpRequest request = HttpRequest.newBuilder(me)
                        .header("Authorization", "some-token")
                        .build();
                HttpClient first = HttpClient.newHttpClient();
                assertThrows(IOException.class, () -> first.send(request, BodyHandlers.ofString()));
                HttpClient second = HttpClient.newHttpClient();
                assertThrows(ConnectException.class, () -> second.send(request, BodyHandlers.ofString()));
                other.clock().advance(Duration.ofSeconds(2));
                assertEquals(200, listening(request));
            }
        }

        /** Another thread opens the port, shortly after the clock was moved. */
        private int listening(HttpRequest request) throws Exception {
            for (int tries = 0; ; tries++) {
                try {
                    return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode();
                } catch (ConnectException notYet) {
                    assertTrue(tries < 10_000, "no server listens");
                    Thread.onSpinWait();
                }
            }
        }

        private void untilAClientWaits() {
            while (fermata.world(world).clock().alarms() == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Nested
    class TheAccount {
        @Test
        void hasNoCreditsLeft() throws Exception {
            play("no-credits");
            HttpResponse<String> refused = importPdf();
            assertEquals(402, refused.statusCode());
            assertEquals("OMR_CREDITS_EXHAUSTED", at(refused, "/code"));
            assertEquals(0, credits());
        }

        @Test
        void hasAPlanWithoutRecognition() throws Exception {
            play("no-omr-plan");
            HttpResponse<String> refused = importPdf();
            assertEquals(402, refused.statusCode());
            assertEquals("SCORE_IMPORT_OMR_NOT_SUPPORTED", at(refused, "/code"));
        }

        @Test
        void hasNoRoomForAnotherScore() throws Exception {
            play("quota-reached");
            HttpResponse<String> refused = importPdf();
            assertEquals(402, refused.statusCode());
            assertEquals("QUOTA_EXCEEDED", at(refused, "/code"));
            assertEquals(200, me().statusCode());
        }

        @Test
        void isLimitedToFewRequests() throws Exception {
            play("rate-limited");
            fermata.world(world).clock().freeze();
            assertEquals(200, me().statusCode());
            HttpResponse<String> over = me();
            assertEquals(403, over.statusCode());
            assertEquals("API_RATE_LIMIT_EXCEEDED", at(over, "/code"));
            assertEquals("1", over.headers().firstValue("X-RateLimit-Limit").orElse(""));
            fermata.world(world).clock().advance(Duration.ofSeconds(2));
            assertEquals(200, me().statusCode());
        }

        @ParameterizedTest
        @ValueSource(strings = {"token-expired", "token-revoked"})
        void isNotAdmitted(String name) throws Exception {
            play(name);
            HttpResponse<String> refused = me();
            assertEquals(401, refused.statusCode());
            assertTrue(at(refused, "/message").contains(name.equals("token-expired") ? "expired" : "invalid"));
        }
    }

    /** Each scenario occurs in one of the tests above, in quotes or in a table. */
    @Test
    void everyScenarioHasATestInThisClass() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/fermata/scenario/CatalogueTest.java"));
        List<String> missing = Catalogue.all().stream()
                .map(Scenario::name)
                .filter(name -> !source.contains("\"" + name + "\"") && !source.contains("\"" + name + ", "))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyScenarioHasASummaryAndAdvice() {
        Set<String> names = new HashSet<>();
        for (Scenario scenario : Catalogue.all()) {
            assertTrue(names.add(scenario.name()), scenario.name() + " twice");
            assertTrue(!scenario.summary().isEmpty() && !scenario.advice().isEmpty(), scenario.name());
        }
    }
}
