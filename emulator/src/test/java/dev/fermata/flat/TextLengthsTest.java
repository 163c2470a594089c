package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Query;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of texts that are longer than a client needs. */
class TextLengthsTest {
    private static final byte[] PDF = SheetMusic.of("One").pages(1).pdf();

    private final Fermata fermata =
            Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
    private final FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
    private final OmrClient omr = new OmrClient(client);

    @AfterEach
    void stop() {
        fermata.close();
    }

    /** A character that takes two in Java. */
    private static String clefs(int count) {
        return "𝄞".repeat(count);
    }

    private Job job(Answer answer) {
        return fermata.world().job(answer.at("/id")).orElseThrow();
    }

    private static void assertRefused(String param, Answer answer) {
        assertAll(
                () -> assertEquals(400, answer.status(), answer.toString()),
                () -> assertEquals(param, answer.at("/param")));
    }

    @Nested
    class OfAJob {
        @Test
        void aTitleIsCutAt500CharactersAndAFileNameAt255() {
            Job job = job(client.importPdf(PDF, Map.of("title", clefs(100_000), "filename", clefs(100_000))));
            assertEquals(clefs(500), job.order().title().orElseThrow());
            assertEquals(clefs(255), job.files().get(0).name());
        }

        @Test
        void aTitleInsideAPdfIsCutAt500Characters() {
            Job job = job(
                    client.importPdf(SheetMusic.of("x".repeat(100_000)).pages(1).pdf(), Map.of()));
            assertEquals(
                    "x".repeat(500),
                    job.files().get(0).document().facts().title().orElseThrow());
        }

        @Test
        void aLocaleOfMoreThan35CharactersIsRefused() {
            String most = "en-x-" + "abcdefgh-".repeat(3) + "abc";
            assertEquals(35, most.length());
            assertEquals(201, omr.draft(Map.of("locales", List.of(most))).status());
            assertRefused("locales", omr.draft(Map.of("locales", List.of(most + "d"))));
        }
    }

    @Nested
    class OfAReview {
        private Answer reviewed() {
            return omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details")));
        }

        private Answer answered(Map<String, ?> details) {
            Map<String, Object> all = new HashMap<>(details);
            all.put("step", "details");
            return omr.submit(reviewed(), all);
        }

        @Test
        void aTitleOfMoreThan500CharactersIsRefused() {
            assertRefused("title", answered(Map.of("title", clefs(501))));
            assertEquals(202, answered(Map.of("title", clefs(500))).status());
        }

        @Test
        void aMainLanguageOfMoreThan35CharactersIsRefused() {
            assertRefused("mainLanguage", answered(Map.of("mainLanguage", "en-x-" + "abcdefgh-".repeat(3) + "abcd")));
        }

        @Test
        void aPartNameOfMoreThan200CharactersIsRefused() {
            Map<String, Object> override = Map.of("index", 0, "partName", clefs(201));
            assertRefused("instruments.partName", answered(Map.of("instruments", List.of(override))));
            Map<String, Object> fits = Map.of("index", 0, "partName", clefs(200));
            assertEquals(202, answered(Map.of("instruments", List.of(fits))).status());
        }
    }

    @Nested
    class OfAScore {
        @ParameterizedTest
        @ValueSource(strings = {"subtitle", "composer", "lyricist", "arranger", "description", "licenseText"})
        void aFieldOfMoreThan2000CharactersIsRefused(String field) {
            String score =
                    client.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
            assertRefused(field, client.put("/scores/" + score, Map.of(field, clefs(2_001))));
            assertEquals(
                    200,
                    client.put("/scores/" + score, Map.of(field, clefs(2_000))).status());
        }

        @Test
        void moreThanAHundredTagsAreRefused() {
            String score =
                    client.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
            List<String> tags = IntStream.range(0, 101).mapToObj(i -> "tag" + i).toList();
            assertRefused("tags", client.put("/scores/" + score, Map.of("tags", tags)));
            assertEquals(
                    200,
                    client.put("/scores/" + score, Map.of("tags", tags.subList(0, 100)))
                            .status());
        }
    }

    @Test
    void theNameOfAClientIsCutAt300CharactersInTheJournal() {
        client.send("GET", "/me", BodyPublishers.noBody(), Map.of("User-Agent", "x".repeat(5_000)));
        assertEquals("x".repeat(300), fermata.journal().find(Query.ALL).get(0).client());
    }

    @Test
    void anErrorRepeatsLittleOfWhatWasSent() {
        Answer answer = client.post(
                "/scores",
                Map.of("data", "<?xml version='1.0' encoding='" + "x".repeat(100_000) + "'?><score-partwise/>"));
        assertEquals(400, answer.status());
        assertTrue(answer.text().length() < 1_000, () -> answer.text().length() + " characters");
    }
}
