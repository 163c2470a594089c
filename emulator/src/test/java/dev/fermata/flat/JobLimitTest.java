package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that holds three jobs at most, in all worlds and of both vendors together. */
class JobLimitTest {
    private static final byte[] PDF = SheetMusic.of("One").pages(1).pdf();
    private static final Map<String, Object> MUSICXML = Map.of("output", "musicxml");

    private final Fermata fermata = Fermata.start(
            FermataOptions.builder().pace(Pace.REALISTIC).speed(0).maxJobs(3).build());
    private final FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
    private final OmrClient omr = new OmrClient(client);
    private final ScoreFlowClient scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");

    @AfterEach
    void stop() {
        fermata.close();
    }

    private void finishAll() {
        fermata.clock().advance(Duration.ofMinutes(5));
    }

    private String scoreOf(String task) {
        return fermata.world()
                .job(task)
                .flatMap(job -> job.order().draft())
                .orElseThrow()
                .id();
    }

    private String credits() {
        return client.get("/omr/capabilities").at("/remainingCredits");
    }

    private static void assertRefused(Answer answer) {
        assertAll(
                () -> assertEquals(503, answer.status()),
                () -> assertEquals("limit", answer.header("Fermata-Answer")),
                () -> assertTrue(answer.text().contains("Fermata holds 3 jobs, its limit"), answer.text()),
                () -> assertTrue(answer.text().contains("--max-jobs"), answer.text()));
    }

    @Test
    void refusesAJobTooManyAndChargesNothingWhileNoneHasEnded() {
        omr.oneShot(PDF, MUSICXML);
        scoreFlow.convert(PDF, "midi");
        FlatClient.of(fermata.flatUrl(), "fermata_other_me").importPdf(PDF, Map.of());
        String before = credits();
        assertRefused(omr.oneShot(PDF, MUSICXML));
        assertRefused(omr.draft(Map.of()));
        assertRefused(client.importPdf(PDF, Map.of()));
        assertRefused(scoreFlow.convert(PDF, "midi"));
        assertEquals(before, credits());
    }

    @Test
    void refusesAnExportTooManyToo() {
        String score = client.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
        String export = "/scores/" + score + "/revisions/last/mp3/task";
        for (int i = 0; i < 3; i++) {
            assertEquals(200, client.post(export, Map.of()).status());
        }
        assertRefused(client.post(export, Map.of()));
    }

    @Test
    void evictsTheOldestThatHasEnded() {
        String first = omr.oneShot(PDF, MUSICXML).at("/id");
        String second = scoreFlow.convert(PDF, "midi").at("/conversionId");
        String third = omr.oneShot(PDF, MUSICXML).at("/id");
        finishAll();
        String fourth = omr.oneShot(PDF, MUSICXML).at("/id");
        assertAll(
                () -> assertEquals(404, client.get("/omr/jobs/" + first).status()),
                () -> assertEquals(200, scoreFlow.status(second).status()),
                () -> assertEquals(200, client.get("/omr/jobs/" + third).status()),
                () -> assertEquals(200, client.get("/omr/jobs/" + fourth).status()));
    }

    @Test
    void tellsHowManyWereEvictedAndReleasesTheirDocuments() {
        ControlClient control = ControlClient.of(fermata.url());
        for (int i = 1; i <= 6; i++) {
            omr.oneShot(OddPdfs.blank(i), MUSICXML);
            finishAll();
        }
        Answer world = control.get("/worlds/default");
        assertEquals("3", world.at("/jobs"));
        assertEquals("3", world.at("/evictedJobs"));
        assertEquals("3", world.at("/documents"));
    }

    @Test
    void keepsAJobWhoseScoreIsKeptAndTheScoreWithIt() {
        String task = client.importPdf(PDF, Map.of()).at("/id");
        omr.oneShot(PDF, MUSICXML);
        omr.oneShot(PDF, MUSICXML);
        finishAll();
        for (int i = 0; i < 5; i++) {
            assertEquals(202, omr.oneShot(PDF, MUSICXML).status());
            finishAll();
        }
        assertEquals(200, client.get("/scores/" + scoreOf(task)).status());
    }

    @Test
    void refusesWhereAllThatHasEndedAreScoresUntilOneIsDeletedForGood() {
        String task = client.importPdf(PDF, Map.of()).at("/id");
        client.importPdf(PDF, Map.of());
        client.importPdf(PDF, Map.of());
        finishAll();
        assertRefused(client.importPdf(PDF, Map.of()));
        client.delete("/scores/" + scoreOf(task));
        fermata.clock().advance(Duration.ofDays(400));
        assertEquals(200, client.get("/me").status());
        assertTrue(client.importPdf(PDF, Map.of()).status() < 300);
    }

    @Test
    void answersARepeatedOrderWithTheJobThatItHas() {
        Map<String, Object> keyed = Map.of("output", "musicxml", "idempotencyKey", "key");
        String first = omr.oneShot(PDF, keyed).at("/id");
        omr.oneShot(PDF, MUSICXML);
        omr.oneShot(PDF, MUSICXML);
        assertEquals(first, omr.oneShot(PDF, keyed).at("/id"));
        finishAll();
        omr.oneShot(PDF, MUSICXML);
        assertEquals(202, omr.oneShot(PDF, keyed).status(), "the key of an evicted job is free");
    }

    @Test
    void hasPlacesAgainWhenAWorldEnds() {
        FlatClient other = FlatClient.of(fermata.flatUrl(), "fermata_other_me");
        for (int i = 0; i < 3; i++) {
            other.importPdf(PDF, Map.of());
        }
        assertRefused(client.importPdf(PDF, Map.of()));
        fermata.endWorld("other");
        for (int i = 0; i < 3; i++) {
            assertTrue(client.importPdf(PDF, Map.of()).status() < 300);
        }
        assertRefused(client.importPdf(PDF, Map.of()));
    }

    @Test
    void refusesASnapshotWithMoreJobsThanItHasPlaces() throws Exception {
        client.importPdf(PDF, Map.of());
        client.importPdf(PDF, Map.of());
        var out = new ByteArrayOutputStream();
        fermata.snapshot("default", out);
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> fermata.restore("other", new ByteArrayInputStream(out.toByteArray())));
        assertTrue(String.valueOf(refused.getMessage()).contains("limit is 3"), refused.getMessage());
        assertTrue(client.importPdf(PDF, Map.of()).status() < 300, "and takes no place for it");
    }
}
