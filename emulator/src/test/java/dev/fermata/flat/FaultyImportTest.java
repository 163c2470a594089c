package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Imports by a task that go otherwise than they should. Time stands still unless a test moves it. */
class FaultyImportTest {
    private static final byte[] PDF = SheetMusic.of("Patience").pages(2).pdf();
    private static final Duration LONG = Duration.ofDays(1);

    private Fermata fermata;
    private FlatClient client;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .credits(10)
                .build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer importWith(JobFault fault) {
        fermata.world().scenarios().play(fault);
        Answer task = client.importPdf(PDF, Map.of());
        assertEquals(202, task.status(), task.text());
        return task;
    }

    private Answer get(Answer task) {
        return client.get("/tasks/" + task.at("/id"));
    }

    private Answer later(Answer task) {
        fermata.clock().advance(LONG);
        return get(task);
    }

    private Job engine(Answer task) {
        return fermata.world().job(task.at("/id")).orElseThrow();
    }

    private void toItsNextChange(Answer task) {
        fermata.clock().setTo(engine(task).nextChange(fermata.clock().instant()).orElseThrow());
    }

    private int credits() {
        return client.get("/omr/capabilities").json().at("/remainingCredits").asInt(-1);
    }

    private List<String> library() {
        return client.get("/collections/app/scores").each("/id");
    }

    @Test
    void failsAtItsPercentAndGivesItsCreditsBack() {
        Answer task = importWith(new JobFault.Fails(Failure.TABLATURE, At.percent(42)));
        assertEquals(8, credits());
        Answer failed = later(task);
        assertAll(
                () -> assertEquals("error", failed.at("/state"), failed.text()),
                () -> assertEquals("42", failed.at("/progress/percent")),
                () -> assertNotEquals("", failed.at("/result/error")),
                () -> assertEquals(10, credits()));
    }

    @Test
    void stallsAtItsPercentUntilItIsEndedByHand() {
        Answer task = importWith(new JobFault.Stalls(42));
        Answer stalled = later(task);
        assertEquals("doing", stalled.at("/state"), stalled.text());
        assertEquals("42", stalled.at("/progress/percent"));
        assertEquals(stalled.text(), later(task).text());
        fermata.world().flat().jobs().finish(engine(task));
        Answer done = get(task);
        assertEquals("done", done.at("/state"), done.text());
        assertEquals(200, client.get("/scores/" + done.at("/score")).status());
    }

    @Test
    void takesLonger() {
        Answer task = importWith(new JobFault.Slower(100));
        fermata.clock().advance(Duration.ofMinutes(1));
        assertEquals("created", get(task).at("/state"));
        fermata.clock().advance(Duration.ofMinutes(1));
        assertEquals("doing", get(task).at("/state"));
        assertEquals("done", later(task).at("/state"));
    }

    @Test
    void goesBackAndIsDoneInTheEnd() {
        Answer task = importWith(new JobFault.GoesBack(60, 7));
        toItsNextChange(task);
        toItsNextChange(task);
        Answer pageTwo = get(task);
        toItsNextChange(task);
        Answer fallen = get(task);
        assertAll(
                () -> assertTrue(pageTwo.json().at("/progress/percent").asInt() > 7, pageTwo.text()),
                () -> assertEquals("Processing page 2 of 2", pageTwo.at("/progress/text")),
                () -> assertEquals("Processing page 2 of 2", fallen.at("/progress/text")),
                () -> assertEquals("7", fallen.at("/progress/percent")));
        assertEquals("done", later(task).at("/state"));
    }

    @Test
    void isDoneWithoutItsScoreAndCostsWhatItCosts() {
        Answer done = later(importWith(new JobFault.WithoutResult()));
        assertAll(
                () -> assertEquals("done", done.at("/state"), done.text()),
                () -> assertEquals(
                        404, client.get("/scores/" + done.at("/score")).status()),
                () -> assertEquals(List.of(), library()),
                () -> assertEquals(8, credits()));
    }

    @Test
    void isDoneBeforeItsScoreIsThere() {
        Answer done = later(importWith(new JobFault.ResultLate(LONG.multipliedBy(2))));
        assertAll(
                () -> assertEquals("done", done.at("/state"), done.text()),
                () -> assertEquals(
                        404, client.get("/scores/" + done.at("/score")).status()),
                () -> assertEquals(List.of(), library()));
        fermata.clock().advance(LONG.multipliedBy(2));
        assertEquals(200, client.get("/scores/" + done.at("/score")).status());
        assertEquals(List.of(done.at("/score")), library());
    }

    @Test
    void vanishesAndItsScoreTurnsUp() {
        Answer task = importWith(new JobFault.Vanishes(50));
        assertEquals(200, get(task).status());
        assertEquals(404, later(task).status());
        assertEquals(1, library().size());
        assertEquals(8, credits());
    }

    @Test
    void stallsWhereAnotherJobWouldAwaitItsClient() {
        Answer stalled = later(importWith(new JobFault.AwaitsForever()));
        assertEquals("doing", stalled.at("/state"), stalled.text());
        assertEquals("Processing page 2 of 2", stalled.at("/progress/text"));
    }

    @Nested
    class AnExport {
        private Answer exportWith(JobFault fault) {
            Answer imported = later(client.importPdf(PDF, Map.of()));
            fermata.world()
                    .scenarios()
                    .play(Scenario.of("fault", When.ALWAYS.operation("createExportTask"), new Then.Job(fault)));
            String revision = "/scores/" + imported.at("/score") + "/revisions/" + imported.at("/revision");
            return client.post(revision + "/mp3/task", Map.of());
        }

        private Answer file(Answer task) {
            return client.get("/scores/" + task.at("/score") + "/revisions/" + task.at("/revision") + "/mp3");
        }

        @Test
        void isDoneWithoutItsFile() {
            Answer task = later(exportWith(new JobFault.WithoutResult()));
            assertEquals("done", task.at("/state"), task.text());
            assertEquals("", task.at("/result/url"));
            assertEquals(404, file(task).status());
        }

        @Test
        void isDoneBeforeItsFileIsThere() {
            Answer task = later(exportWith(new JobFault.ResultLate(LONG.multipliedBy(2))));
            String link = task.at("/result/url").replace(fermata.flatUrl().toString(), "");
            assertTrue(link.startsWith("http"), "the link is no path of the vendor's");
            assertEquals(404, file(task).status());
            fermata.clock().advance(LONG.multipliedBy(2));
            assertEquals(200, file(task).status());
        }

        @Test
        void vanishes() {
            Answer task = exportWith(new JobFault.Vanishes(100));
            assertEquals(200, get(task).status());
            assertEquals(404, later(task).status());
            assertEquals(200, file(task).status());
        }
    }
}
