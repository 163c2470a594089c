package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.DocumentMatch;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Scenarios;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.spec.ScenarioReader;
import dev.fermata.spec.ScenarioView;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /_fermata/worlds/{world}/scenarios}: failures on demand over HTTP. */
class ControlScenariosTest {
    private static final String SCENARIOS = "/worlds/default/scenarios";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fermata fermata;
    private ControlClient control;
    private FlatClient flat;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).speed(0).build());
        control = ControlClient.of(fermata.url());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer play(String json) {
        return control.post(SCENARIOS, json);
    }

    private List<String> played() {
        return control.get(SCENARIOS).json().path("scenarios").findValuesAsText("name");
    }

    static Stream<Scenario> scenarios() {
        When narrow = new When(
                Optional.of("flat"),
                Optional.of("createScore"),
                Optional.of("me"),
                Optional.of(new DocumentMatch(Optional.of("*.pdf"), Optional.of("0a".repeat(32)), 3, 5)),
                new Occurrences(1, 2, 3, 0.5, Long.MIN_VALUE));
        Then stops = new Then.Job(new JobFault.Stalls(7));
        Stream<Scenario> own = Stream.of(
                Scenario.of("narrow", narrow, stops),
                Scenario.of("open", When.ALWAYS.document(DocumentMatch.pages(2, Integer.MAX_VALUE)), stops),
                Scenario.of("page", When.ALWAYS, new Then.Job(new JobFault.Fails(Failure.NO_MUSIC, At.page(2)))),
                Scenario.of("coded", When.ALWAYS, new Then.Refusal(402, Optional.of("QUOTA_EXCEEDED"))));
        return Stream.concat(Catalogue.all().stream(), own);
    }

    @Nested
    class TheCatalogue {
        @Test
        void isListed() {
            JsonNode told = control.get("/scenarios").json().path("scenarios");
            assertEquals(Catalogue.all().stream().map(Scenario::name).toList(), told.findValuesAsText("name"));
            assertEquals(
                    Catalogue.named("stalls").advice(),
                    told.get(8).path("advice").asText());
        }

        @ParameterizedTest
        @MethodSource("dev.fermata.control.ControlScenariosTest#scenarios")
        void canBePostedAsListed(Scenario scenario) throws JsonProcessingException {
            ObjectNode told = JSON.valueToTree(ScenarioView.of(scenario));
            assertEquals(scenario, ScenarioReader.read(told));
            Answer played = play(told.toString());
            assertEquals(201, played.status());
            assertEquals(List.of(scenario), fermata.world().scenarios().playing());
            assertEquals(JSON.readTree(told.put("matched", 0).toString()), played.json());
        }
    }

    @Nested
    class IsPlayed {
        @Test
        void byItsNameAlone() {
            assertEquals(201, play("{\"name\":\"busy-twice\"}").status());
            assertEquals(
                    List.of(Catalogue.named("busy-twice")),
                    fermata.world().scenarios().playing());
            assertEquals(
                    List.of(503, 503, 200),
                    Stream.generate(() -> flat.get("/me").status()).limit(3).toList());
            assertEquals("3", control.get(SCENARIOS).at("/scenarios/0/matched"));
        }

        @Test
        void forOneOperationWithTheCataloguesTimes() {
            play("{\"name\":\"busy-twice\",\"when\":{\"operation\":\"getAuthenticatedUser\"}}");
            assertEquals(404, flat.get("/scores/none").status());
            assertEquals(
                    List.of(503, 503, 200),
                    Stream.generate(() -> flat.get("/me").status()).limit(3).toList());
        }

        @Test
        void thatIsNotReportedAsABug() {
            play("{\"name\":\"error-500\"}");
            assertEquals(
                    List.of(500, ""),
                    List.of(flat.get("/me").status(), flat.get("/me").header("Fermata-Answer")));
        }

        @Test
        void withAnotherCondition() {
            Answer played = play("{\"name\":\"error-403\",\"when\":{\"vendor\":\"flat\",\"after\":1,\"times\":1}}");
            assertEquals(Catalogue.named("error-403").summary(), played.at("/summary"));
            assertEquals(
                    List.of(200, 403, 200),
                    Stream.generate(() -> flat.get("/me").status()).limit(3).toList());
        }

        @Test
        void withAnEffectOfYourOwn() {
            play("{\"name\":\"mine\",\"when\":{\"document\":{\"pages\":\"2\"}},"
                    + "\"then\":{\"job\":\"fails\",\"because\":\"tablature\",\"atPage\":2}}");
            OmrClient omr = new OmrClient(flat);
            Answer one = omr.oneShot(SheetMusic.of("One").pages(1).pdf(), Map.of());
            Answer two = omr.oneShot(SheetMusic.of("Two").pages(2).pdf(), Map.of());
            assertEquals("done", omr.get(one).at("/status"));
            assertEquals("UNSUPPORTED_TABLATURE", omr.get(two).at("/errorCode"));
        }

        @Test
        void againWhenStartedTwice() {
            play("{\"name\":\"busy-twice\"}");
            flat.get("/me");
            play("{\"name\":\"flaky\"}");
            play("{\"name\":\"busy-twice\"}");
            assertEquals(List.of("busy-twice", "flaky"), played());
            assertEquals("0", control.get(SCENARIOS).at("/scenarios/0/matched"));
            assertEquals(
                    List.of(503, 503),
                    Stream.generate(() -> flat.get("/me").status()).limit(2).toList());
        }

        @Test
        void onceForConcurrentCalls() {
            IntStream.range(0, 40)
                    .parallel()
                    .forEach(i -> play("{\"name\":\"error-4" + (i % 2 == 0 ? "09" : "29") + "\"}"));
            assertEquals(2, played().size(), played().toString());
        }

        @Test
        void onlyInItsWorld() {
            control.put("/worlds/other");
            play("{\"name\":\"error-500\"}");
            assertEquals(500, flat.get("/me").status());
            assertEquals(
                    200,
                    FlatClient.of(fermata.flatUrl(), "fermata_other_me")
                            .get("/me")
                            .status());
            assertEquals(
                    "0",
                    ""
                            + control.get("/worlds/other/scenarios")
                                    .json()
                                    .at("/scenarios")
                                    .size());
        }

        @Test
        void notInAnUnknownWorld() {
            assertEquals(
                    404,
                    control.post("/worlds/nowhere/scenarios", "{\"name\":\"flaky\"}")
                            .status());
            assertEquals(404, control.get("/worlds/nowhere/scenarios").status());
            assertEquals(404, control.delete("/worlds/nowhere/scenarios/flaky").status());
        }
    }

    @Nested
    class IsEnded {
        @Test
        void byItsName() {
            play("{\"name\":\"error-500\"}");
            play("{\"name\":\"error-409\"}");
            assertEquals(204, control.delete(SCENARIOS + "/error-409").status());
            assertEquals(List.of("error-500"), played());
            assertEquals(500, flat.get("/me").status());
        }

        @Test
        void onceForConcurrentCallsThatEndIt() {
            play("{\"name\":\"error-500\"}");
            long ends = IntStream.range(0, 20)
                    .parallel()
                    .filter(i -> control.delete(SCENARIOS + "/error-500").status() == 204)
                    .count();
            assertEquals(1, ends);
        }

        @Test
        void withAllOthers() {
            play("{\"name\":\"error-500\"}");
            play("{\"name\":\"flaky\"}");
            assertEquals(204, control.delete(SCENARIOS).status());
            assertEquals(List.of(), played());
            assertEquals(200, flat.get("/me").status());
            assertEquals(204, control.delete(SCENARIOS).status());
        }

        @Test
        void onlyIfItIsActive() {
            Answer refused = control.delete(SCENARIOS + "/error-500");
            assertEquals(404, refused.status());
            assertTrue(refused.at("/detail").contains("error-500"), refused.text());
        }

        @Test
        void withItsWorld() {
            play("{\"name\":\"error-500\"}");
            control.delete("/worlds/default");
            assertEquals(List.of(), played());
        }
    }

    @Nested
    class IsRefused {
        @Test
        void forAnUnknownOperation() {
            Answer refused = play("{\"name\":\"error-500\",\"when\":{\"operation\":\"createScores\"}}");
            assertEquals(List.of(400, "when.operation"), List.of(refused.status(), refused.at("/field")));
        }

        @Test
        void withAThousandOthersActive() {
            for (int i = 0; i < Scenarios.MOST; i++) {
                fermata.world()
                        .scenarios()
                        .play(Scenario.of("number-" + i, When.ALWAYS, new Then.Refusal(409, Optional.empty())));
            }
            assertEquals(409, play("{\"name\":\"busy-twice\"}").status());
            assertEquals(409, flat.get("/me").status());
            assertEquals(
                    201,
                    play("{\"name\":\"number-3\",\"then\":{\"error\":500}}").status());
            assertEquals(500, flat.get("/me").status());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        name            | {}
                        name            | {"name":5}
                        name            | {"name":"no-such-scenario"}
                        name            | {"name":"Upper","then":{"error":500}}
                        name            | {"name":"","then":{"error":500}}
                        summary         | {"name":"flaky","summary":"mine"}
                        summary         | {"name":"x","summary":1,"then":{"error":500}}
                        colour          | {"name":"flaky","colour":"red"}
                        when            | {"name":"flaky","when":"always"}
                        when.vendor     | {"name":"flaky","when":{"vendor":"sibelius"}}
                        when.operation  | {"name":"flaky","when":{"operation":["getTask"]}}
                        when.path       | {"name":"flaky","when":{"path":"/v2/me"}}
                        when.after      | {"name":"flaky","when":{"after":-1}}
                        when.after      | {"name":"flaky","when":{"after":1.5}}
                        when.after      | {"name":"flaky","when":{"after":99999999999}}
                        when.times      | {"name":"flaky","when":{"times":0}}
                        when.every      | {"name":"flaky","when":{"every":0}}
                        when.probability| {"name":"flaky","when":{"probability":0}}
                        when.probability| {"name":"flaky","when":{"probability":"half"}}
                        when.seed       | {"name":"flaky","when":{"seed":99999999999999999999}}
                        when.document   | {"name":"flaky","when":{"document":"a.pdf"}}
                        when.document   | {"name":"no-credits","when":{"document":{"pages":"2"}}}
                        when.document.pages  | {"name":"flaky","when":{"document":{"pages":"5-3"}}}
                        when.document.pages  | {"name":"flaky","when":{"document":{"pages":"0"}}}
                        when.document.pages  | {"name":"flaky","when":{"document":{"pages":3}}}
                        when.document.sha256 | {"name":"flaky","when":{"document":{"sha256":"abc"}}}
                        when.document.title  | {"name":"flaky","when":{"document":{"title":"x"}}}
                        then            | {"name":"x","then":{}}
                        then            | {"name":"x","then":[]}
                        then            | {"name":"x","then":{"error":null}}
                        then            | {"name":"x","then":{"error":500,"credits":0}}
                        then.cod        | {"name":"x","then":{"error":500,"cod":"A"}}
                        then.error      | {"name":"x","then":{"error":200}}
                        then.error      | {"name":"x","then":{"error":"500"}}
                        then.proxyPage  | {"name":"x","then":{"proxyPage":500}}
                        then.garbled    | {"name":"x","then":{"garbled":"a-bit"}}
                        then.latency    | {"name":"x","then":{"latency":"2s"}}
                        then.latency    | {"name":"x","then":{"latency":"PT0S"}}
                        then.latency    | {"name":"x","then":{"latency":"PT2562047788015215H","jitter":"PT1M"}}
                        then.jitter     | {"name":"x","then":{"latency":"PT2S","jitter":"-PT1S"}}
                        then.jitter     | {"name":"x","then":{"latency":"PT2S","jitter":"PT2562047788015215H"}}
                        then.slowBody   | {"name":"x","then":{"slowBody":"PT2H"}}
                        then.reset      | {"name":"x","then":{"reset":"hard"}}
                        then.refused    | {"name":"x","then":{"refused":"-PT2S"}}
                        then.credits    | {"name":"x","then":{"credits":-1}}
                        then.credits    | {"name":"x","then":{"credits":1000000001}}
                        then.plan       | {"name":"x","then":{"plan":"gold"}}
                        then.limit      | {"name":"x","then":{"limit":0}}
                        then.window     | {"name":"x","then":{"limit":1,"window":"PT0S"}}
                        then.window     | {"name":"x","then":{"limit":1,"window":"PT2562047788015215H"}}
                        then.job        | {"name":"x","then":{"job":"explodes"}}
                        then.job        | {"name":"x","then":{"job":1}}
                        then.because    | {"name":"x","then":{"job":"fails"}}
                        then.because    | {"name":"x","then":{"job":"fails","because":"bored"}}
                        then.atPercent  | {"name":"x","then":{"job":"fails","because":"generic","atPercent":100}}
                        then.atPage     | {"name":"x","then":{"job":"fails","because":"generic","atPage":0}}
                        then.atPage     | {"name":"x","then":{"job":"fails","because":"generic","atPage":1,"atPercent":1}}
                        then.atPercent  | {"name":"x","then":{"job":"stalls","atPercent":-1}}
                        then.atPercent  | {"name":"x","then":{"job":"slower","atPercent":5}}
                        then.factor     | {"name":"x","then":{"job":"slower","factor":0}}
                        then.from       | {"name":"x","then":{"job":"goes-back","to":1}}
                        then.from       | {"name":"x","then":{"job":"goes-back","from":100,"to":1}}
                        then.to         | {"name":"x","then":{"job":"goes-back","from":20,"to":60}}
                        then.by         | {"name":"x","then":{"job":"result-late"}}
                        then.by         | {"name":"x","then":{"job":"result-late","by":"PT0S"}}
                        then.atPercent  | {"name":"x","then":{"job":"vanishes","atPercent":101}}
                        """)
        void withAnInvalidFieldNamingIt(String field, String json) {
            Answer refused = play(json);
            assertAll(
                    () -> assertEquals(400, refused.status(), refused.text()),
                    () -> assertEquals(field, refused.at("/field"), refused.text()),
                    () -> assertTrue(refused.at("/detail").contains(field), refused.text()),
                    () -> assertEquals(List.of(), played()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "\"flaky\"", "{", "{\"name\":\"flaky\"} x"})
        void thatIsNotAnObject(String json) {
            Answer refused = play(json);
            assertEquals(400, refused.status(), refused.text());
            assertFalse(refused.json().has("field"), refused.text());
        }

        @Test
        void thatIsTooLarge() {
            assertEquals(413, play("{\"name\":\"" + "x".repeat(70_000) + "\"}").status());
        }
    }

    @Test
    void aLimitAndALatencyHaveTheirDocumentedMaximum() {
        assertEquals(
                201,
                play("{\"name\":\"x\",\"then\":{\"limit\":1,\"window\":\"P3650D\"}}")
                        .status());
        assertEquals(200, flat.get("/me").status());
        fermata.clock().advance(Duration.ofDays(1));
        assertEquals(403, flat.get("/me").status());
        assertEquals(
                201,
                play("{\"name\":\"y\",\"then\":{\"latency\":\"PT30M\",\"jitter\":\"PT30M\"}}")
                        .status());
    }
}
