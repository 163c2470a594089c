package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fidelity.Fidelity;
import dev.fermata.fidelity.SupportTable;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is only assumed of a vendor, told from what the vendor says. */
class StrictFidelityTest {
    private static final byte[] PDF = SheetMusic.of("Strict").pdf();
    private static final Set<String> ASSUMED = Fermata.fidelity().behaviours().stream()
            .map(SupportTable.Behaviour::fidelity)
            .filter(said -> said.level() == Fidelity.Level.ASSUMED)
            .map(Fidelity::behaviour)
            .collect(Collectors.toSet());

    /** Calls that end in an assumption, and the status of that. */
    static Stream<Arguments> assumptions() {
        return Stream.of(
                relying("a wrong method", 405, me -> me.flat().send("PATCH", "/me", BodyPublishers.noBody(), Map.of())),
                relying("a collection that is not there", 404, me -> me.flat().get("/collections/none")),
                relying(
                        "a collection of a stranger",
                        403,
                        me -> me.flat().get("/collections/" + collection(me.stranger()))),
                relying(
                        "a score taken out of where it is not",
                        404,
                        me -> me.flat()
                                .delete("/collections/" + collection(me.flat()) + "/scores/" + score(me.flat()))),
                relying(
                        "a collection that cannot be edited",
                        403,
                        me -> me.flat().put("/collections/app", Map.of("title", "Other"))),
                relying("a blank title", 400, me -> me.flat().post("/collections", Map.of("title", " "))),
                relying("a limit that is none", 400, me -> me.flat().get("/collections?limit=0")),
                relying(
                        "a score that is back already",
                        204,
                        me -> me.flat().post("/scores/" + score(me.flat()) + "/untrash", Map.of())),
                relying(
                        "a job that was there before",
                        202,
                        me -> twice(() -> me.omr().oneShot(PDF, Map.of("idempotencyKey", "same")))),
                relying("a job that is canceled twice", 200, me -> {
                    Answer draft = me.omr().draft(Map.of());
                    return twice(() -> me.omr().cancel(draft));
                }),
                relying(
                        "a job that has ended",
                        409,
                        me -> me.omr().cancel(me.omr().oneShot(PDF, Map.of()))),
                relying(
                        "a wrong method at ScoreFlow",
                        405,
                        me -> me.scoreFlow().send("DELETE", "/convert", BodyPublishers.noBody(), Map.of())),
                relying("a file that is no PDF", 400, me -> me.scoreFlow().convert(new byte[] {1, 2, 3}, "midi")));
    }

    private static Arguments relying(String what, int status, Function<Client, Answer> call) {
        return Arguments.of(Named.of(what, call), status);
    }

    @FunctionalInterface
    private interface Call {
        Answer answer();
    }

    private static Answer twice(Call call) {
        call.answer();
        return call.answer();
    }

    private static String collection(FlatClient client) {
        return client.post("/collections", Map.of("title", "Mine")).at("/id");
    }

    private static String score(FlatClient client) {
        return client.post("/scores", Map.of("data", MusicXml.titled("Mine"))).at("/id");
    }

    /** Clients of a server. */
    private record Client(Fermata fermata) {
        FlatClient flat() {
            return FlatClient.of(fermata.flatUrl(), "some-token");
        }

        FlatClient stranger() {
            return FlatClient.of(fermata.flatUrl(), "another-token");
        }

        OmrClient omr() {
            return new OmrClient(flat());
        }

        ScoreFlowClient scoreFlow() {
            return ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token");
        }
    }

    private static FermataOptions.Builder options(boolean strict) {
        return FermataOptions.builder().pace(Pace.INSTANT).strictFidelity(strict);
    }

    private static Answer answer(Function<Client, Answer> call, Fermata fermata) {
        Answer answer = call.apply(new Client(fermata));
        List<Entry> entries = fermata.journal().find(Query.ALL);
        Entry last = entries.get(entries.size() - 1);
        String assumption = last.assumption().orElse("");
        assertTrue(ASSUMED.contains(assumption), "an assumption that is told: '" + assumption + "'");
        assertTrue(last.toString().endsWith("assuming: " + assumption), last::toString);
        return answer;
    }

    @ParameterizedTest
    @MethodSource("assumptions")
    void anAnswerThatReliesOnAnAssumptionSaysSoInTheJournal(Function<Client, Answer> call, int status) {
        try (Fermata fermata = Fermata.start(options(false).build())) {
            assertEquals(status, answer(call, fermata).status());
        }
    }

    @ParameterizedTest
    @MethodSource("assumptions")
    void whereNobodyWantsThatItIs501AndSaysWhatIsAssumed(Function<Client, Answer> call, int status) {
        try (Fermata fermata = Fermata.start(options(true).build())) {
            Answer answer = answer(call, fermata);
            assertAll(
                    () -> assertEquals(501, answer.status(), answer::toString),
                    () -> assertEquals("assumed", answer.header("Fermata-Answer")),
                    () -> assertTrue(answer.text().contains("Fermata only assumes"), answer::toString));
        }
    }

    @Test
    void whatIsDocumentedIsAnsweredAsEver() {
        try (Fermata fermata = Fermata.start(options(true).build())) {
            FlatClient flat = FlatClient.of(fermata.flatUrl(), "some-token");
            String task = flat.importPdf(PDF, Map.of()).at("/id");
            fermata.clock().advance(Duration.ofMinutes(1));
            String score = flat.get("/tasks/" + task).at("/score");
            assertEquals(
                    200, flat.get("/scores/" + score + "/revisions/last/xml").status());
            assertEquals(
                    List.of(),
                    fermata.journal().find(Query.ALL).stream()
                            .flatMap(entry -> entry.assumption().stream())
                            .toList());
        }
    }
}
