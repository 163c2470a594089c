package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /_fermata/worlds/{world}/journal}: reading the journal over HTTP. */
@Timeout(120)
class ControlJournalTest {
    private static final String JOURNAL = "/worlds/default/journal";

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private Fermata fermata;
    private ControlClient control;
    private FlatClient flat;

    @BeforeEach
    void start() {
        start(FermataOptions.builder());
    }

    private void start(FermataOptions.Builder options) {
        fermata = Fermata.start(options.pace(Pace.INSTANT).speed(0).build());
        control = ControlClient.of(fermata.url());
        flat = FlatClient.of(fermata.flatUrl(), "fermata_default_me");
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        fermata.close();
    }

    private List<String> numbers(String query) {
        return control.get(JOURNAL + query).json().path("entries").findValuesAsText("number");
    }

    private Answer await(String json) {
        return control.post(JOURNAL + "/await", json);
    }

    /** Waits until a client waits: the world then has one more alarm. */
    private CompletableFuture<Answer> waiting(String world, String json) {
        int before = fermata.world(world).clock().alarms();
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> control.post("/worlds/" + world + "/journal/await", json), clients);
        while (fermata.world(world).clock().alarms() == before && !answer.isDone()) {
            Thread.onSpinWait();
        }
        assertFalse(answer.isDone(), "it was answered at once");
        return answer;
    }

    private static Answer answerOf(CompletableFuture<Answer> waiting) throws Exception {
        return waiting.get(60, TimeUnit.SECONDS);
    }

    @Nested
    class IsTold {
        @Test
        void entryByEntry() {
            Answer score = flat.post("/scores", Map.of("data", MusicXml.hello()));
            FlatClient.anonymous(fermata.flatUrl()).get("/me?access_token=secret");
            JsonNode told = control.get(JOURNAL).json();
            JsonNode first = told.at("/entries/0");
            JsonNode second = told.at("/entries/1");
            assertAll(
                    () -> assertEquals(0, told.path("forgotten").asInt(-1)),
                    () -> assertEquals(1, first.path("number").asInt()),
                    () -> assertEquals(
                            fermata.clock().instant().toString(),
                            first.path("at").asText()),
                    () -> assertEquals(
                            fermata.clock().instant().toString(),
                            first.path("answeredAt").asText()),
                    () -> assertEquals("flat", first.path("vendor").asText()),
                    () -> assertEquals("createScore", first.path("operation").asText()),
                    () -> assertEquals("POST", first.path("method").asText()),
                    () -> assertEquals("/v2/scores", first.path("path").asText()),
                    () -> assertEquals(
                            score.at("/user/id"), first.path("account").asText()),
                    () -> assertEquals("header", first.path("credential").asText()),
                    () -> assertTrue(first.path("client").asText().startsWith("Java-http-client")),
                    () -> assertEquals(
                            "application/json", first.at("/request/type").asText()),
                    () -> assertEquals(8, first.at("/request/crc32c").asText().length()),
                    () -> assertEquals(200, first.path("status").asInt()),
                    () -> assertEquals(
                            score.bytes().length, first.at("/response/bytes").asInt()),
                    () -> assertFalse(first.has("scenario")),
                    () -> assertEquals("url", second.path("credential").asText()),
                    () -> assertEquals("{\"bytes\":0}", second.path("request").toString()),
                    () -> assertFalse(told.toString().contains("secret"), told.toString()));
        }

        @Test
        void withTheScenarioThatChangedAnAnswer() {
            control.post("/worlds/default/scenarios", "{\"name\":\"busy-twice\"}");
            flat.get("/me");
            assertEquals("busy-twice", control.get(JOURNAL).at("/entries/0/scenario"));
        }

        @Test
        void withTheNumberOfDroppedEntries() {
            fermata.close();
            start(FermataOptions.builder().journal(2, 1 << 20));
            IntStream.range(0, 5).forEach(i -> flat.get("/me"));
            assertEquals(List.of("4", "5"), numbers(""));
            assertEquals("3", control.get(JOURNAL).at("/forgotten"));
            assertEquals("3", await("{\"timeout\":\"PT0S\"}").at("/forgotten"));
        }

        @Test
        void onlyInItsWorld() {
            FlatClient.of(fermata.flatUrl(), "fermata_other_me").get("/me");
            assertEquals(List.of(), numbers(""));
            assertEquals(404, control.get("/worlds/nowhere/journal").status());
        }

        @Test
        void withoutTheCallsOfTheControlApi() {
            control.get("/worlds");
            assertEquals(List.of(), numbers(""));
        }
    }

    @Nested
    class IsAsked {
        @BeforeEach
        void someRequests() {
            flat.get("/me");
            flat.get("/nonsense");
            fermata.clock().advance(Duration.ofHours(1));
            flat.get("/me");
            ScoreFlowClient.of(fermata.scoreFlowUrl(), "key").status("none");
        }

        @Test
        void byTheFieldsOfAnEntry() {
            String id =
                    fermata.world().flat().accounts().all().iterator().next().id();
            assertAll(
                    () -> assertEquals(List.of("1", "2", "3"), numbers("?vendor=flat")),
                    () -> assertEquals(List.of("4"), numbers("?vendor=scoreflow")),
                    () -> assertEquals(List.of("1", "3"), numbers("?operation=getAuthenticatedUser")),
                    () -> assertEquals(List.of("1", "3"), numbers("?status=200")),
                    () -> assertEquals(List.of("2", "4"), numbers("?status=4xx")),
                    () -> assertEquals(List.of("1", "2", "3"), numbers("?account=" + id)),
                    () -> assertEquals(List.of("1", "2", "3"), numbers("?account=me")),
                    () -> assertEquals(List.of("4"), numbers("?after=3")),
                    () -> assertEquals(List.of("3"), numbers("?vendor=flat&status=200&after=1")));
        }

        @Test
        void byItsTime() {
            Instant later = fermata.clock().instant();
            assertEquals(List.of("3", "4"), numbers("?from=" + later));
            assertEquals(List.of("1", "2"), numbers("?until=" + later));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "vendor=x",
                    "status=600",
                    "status=teapot",
                    "from=now",
                    "until=",
                    "after=-1",
                    "after=x",
                    "oper=x"
                })
        void refusesInvalidParameters(String query) {
            Answer refused = control.get(JOURNAL + "?" + query);
            assertEquals(400, refused.status());
            assertEquals(query.split("=", 2)[0], refused.at("/field"));
        }
    }

    @Test
    void isClearedAndItsNumberingContinues() {
        flat.get("/me");
        assertEquals(204, control.delete(JOURNAL).status());
        assertEquals(List.of(), numbers(""));
        flat.get("/me");
        assertEquals(List.of("2"), numbers(""));
    }

    @Nested
    class IsWaitedFor {
        private static final String TWO =
                "{\"operation\":\"getAuthenticatedUser\",\"status\":200,\"count\":2,\"timeout\":\"PT60S\"}";

        @Test
        void untilARequestComes() throws Exception {
            flat.get("/me");
            CompletableFuture<Answer> two = waiting("default", TWO);
            flat.get("/nonsense");
            assertFalse(two.isDone());
            flat.get("/me");
            Answer came = answerOf(two);
            assertAll(
                    () -> assertEquals(200, came.status()),
                    () -> assertEquals("true", came.at("/complete")),
                    () -> assertEquals(
                            List.of("1", "3"), came.json().path("entries").findValuesAsText("number")),
                    () -> assertEquals(0, came.json().path("misses").size()),
                    () -> assertEquals(0, fermata.clock().alarms()));
        }

        @Test
        void notAtAllIfTheEntriesExist() {
            flat.get("/me");
            assertEquals("true", await("{}").at("/complete"));
            assertEquals(
                    "true",
                    await("{\"status\":\"2xx\",\"account\":\"me\",\"timeout\":\"PT0S\"}")
                            .at("/complete"));
        }

        @Test
        void noLongerThanItsTimeoutInRealTime() {
            flat.get("/nonsense");
            Answer none = await("{\"operation\":\"getAuthenticatedUser\",\"timeout\":\"PT0.01S\"}");
            assertAll(
                    () -> assertEquals(200, none.status()),
                    () -> assertEquals("false", none.at("/complete")),
                    () -> assertEquals(0, none.json().path("entries").size()),
                    () -> assertEquals("/v2/nonsense", none.at("/misses/0/entry/path")),
                    () -> assertEquals(
                            "the operation is none, expected getAuthenticatedUser", none.at("/misses/0/because/0")),
                    () -> assertEquals(0, fermata.clock().alarms()));
        }

        @Test
        void noLongerThanItsWorldExists() throws Exception {
            control.put("/worlds/other");
            CompletableFuture<Answer> waiting = waiting("other", TWO);
            flat.get("/me");
            flat.get("/me");
            assertFalse(waiting.isDone());
            control.delete("/worlds/other");
            assertEquals("false", answerOf(waiting).at("/complete"));
        }

        @Test
        void forManyClientsWithoutAThread() throws Exception {
            List<CompletableFuture<Answer>> many =
                    Stream.generate(() -> waiting("default", TWO)).limit(50).toList();
            flat.get("/me");
            flat.get("/me");
            for (CompletableFuture<Answer> one : many) {
                assertEquals("true", answerOf(one).at("/complete"));
            }
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        vendor    | {"vendor":"sibelius"}
                        operation | {"operation":["a"]}
                        status    | {"status":99}
                        status    | {"status":2.5}
                        from      | {"from":"yesterday"}
                        after     | {"after":-1}
                        count     | {"count":0}
                        count     | {"count":"2"}
                        timeout   | {"timeout":"PT61S"}
                        timeout   | {"timeout":"-PT1S"}
                        timeout   | {"timeout":5}
                        oper      | {"oper":"getTask"}
                        """)
        void refusesInvalidParameters(String field, String json) {
            Answer refused = await(json);
            assertEquals(400, refused.status(), refused.text());
            assertEquals(field, refused.at("/field"));
        }

        @Test
        void refusesAnUnknownWorldAndAMissingBody() {
            assertEquals(
                    404, control.post("/worlds/nowhere/journal/await", "{}").status());
            assertEquals(400, await("").status());
        }
    }
}
