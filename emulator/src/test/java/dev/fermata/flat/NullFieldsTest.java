package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.judge.RequestFields;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that is {@code null} in a request is absent, for every optional field of every operation with a JSON body. */
class NullFieldsTest {
    private static final String PDF =
            Base64.getEncoder().encodeToString(SheetMusic.of("Prelude").pages(1).pdf());

    private static Fermata fermata;
    private static FlatClient client;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.MANUAL).build());
        client = FlatClient.of(fermata.flatUrl(), "nullable");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    /** One operation: its place in the OpenAPI document, a request that is enough, and where to send it. */
    private record Operation(String method, String template, Map<String, ?> enough, Function<FlatClient, String> path) {
        @Override
        public String toString() {
            return method + " " + template;
        }

        Answer send(Map<String, ?> body) {
            String to = path.apply(client);
            return method.equals("PUT") ? client.put(to, body) : client.post(to, body);
        }
    }

    private static Stream<Operation> operations() {
        return Stream.of(
                new Operation(
                        "POST", "/scores", Map.of("data", MusicXml.hello(), "privacy", "private"), c -> "/scores"),
                new Operation("PUT", "/scores/{score}", Map.of("subtitle", "Other"), c -> "/scores/" + newScore()),
                new Operation(
                        "POST",
                        "/scores/{score}/revisions",
                        Map.of("data", MusicXml.hello()),
                        c -> "/scores/" + newScore() + "/revisions"),
                new Operation(
                        "POST",
                        "/scores/{score}/revisions/{revision}/{format}/task",
                        Map.of(),
                        c -> "/scores/" + newScore() + "/revisions/last/wav/task"),
                new Operation("POST", "/collections", Map.of("title", "Mine"), c -> "/collections"),
                new Operation(
                        "PUT",
                        "/collections/{collection}",
                        Map.of("privacy", "private"),
                        c -> "/collections/"
                                + c.post("/collections", Map.of("title", "Old")).at("/id")),
                new Operation("POST", "/omr/jobs", Map.of("output", "musicxml"), c -> "/omr/jobs"),
                new Operation(
                        "POST",
                        "/omr/jobs/{job}/files",
                        Map.of("file", PDF),
                        c -> "/omr/jobs/"
                                + c.post("/omr/jobs", Map.of("output", "musicxml"))
                                        .at("/id") + "/files"),
                new Operation(
                        "POST",
                        "/omr/jobs/{job}/steps/{step}",
                        Map.of("step", "details"),
                        c -> "/omr/jobs/" + awaitingJob() + "/steps/details"));
    }

    static Stream<Arguments> optionalFields() {
        return operations()
                .flatMap(operation -> RequestFields.optional(operation.method(), operation.template()).stream()
                        .filter(field -> !operation.enough().containsKey(field))
                        .map(field -> Arguments.of(operation, field)));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("optionalFields")
    void aFieldThatIsNullIsAbsent(Operation operation, String field) {
        Map<String, Object> withNull = new LinkedHashMap<>(operation.enough());
        withNull.put(field, null);
        Answer without = operation.send(operation.enough());
        assertTrue(without.status() < 300, without::toString);
        assertEquals(without.status(), operation.send(withNull).status(), () -> field + " of " + operation.template());
    }

    @Test
    void aNestedFieldThatIsNullIsAbsent() {
        Map<String, Object> music = new LinkedHashMap<>();
        music.put("fifths", null);
        music.put("nbBeats", null);
        music.put("beatType", null);
        Map<String, Object> violin = new LinkedHashMap<>(Map.of("group", "strings", "instrument", "violin"));
        violin.put("longName", null);
        violin.put("shortName", null);
        music.put("instruments", List.of(violin));
        Map<String, Object> file = new LinkedHashMap<>(Map.of("file", PDF));
        file.put("filename", null);
        assertEquals(
                200,
                client.post(
                                "/scores",
                                Map.of(
                                        "privacy",
                                        "private",
                                        "title",
                                        "Blank",
                                        "builderData",
                                        Map.of("scoreData", music)))
                        .status());
        assertEquals(
                201,
                client.post("/omr/jobs", Map.of("output", "musicxml", "files", List.of(file)))
                        .status());
    }

    private static String newScore() {
        return client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "private"))
                .at("/id");
    }

    private static String awaitingJob() {
        String job = client.post(
                        "/omr/jobs",
                        Map.of(
                                "output",
                                "musicxml",
                                "autoStart",
                                true,
                                "interactiveSteps",
                                List.of("details"),
                                "files",
                                List.of(Map.of("file", PDF))))
                .at("/id");
        var engine = fermata.world().flat().jobs();
        for (int i = 0; i < 10 && client.get("/omr/jobs/" + job).at("/status").equals("processing"); i++) {
            engine.step(engine.find(job).orElseThrow());
        }
        return job;
    }
}
