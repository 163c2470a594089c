package dev.fermata.flat.omr;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.script.Pace;
import dev.fermata.score.content.Corrections;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The step {@code details}: a job waits for what its client knows better. Time stands still unless a test moves it. */
class DetailsStepTest {
    private static final byte[] PDF = SheetMusic.of("Patience").pages(1).pdf();
    private static final Map<String, ?> REVIEWED = Map.of("interactiveSteps", List.of("details"));
    private static final Map<String, String> NOTHING_BETTER = Map.of("step", "details");

    private Fermata fermata;
    private FlatClient client;
    private OmrClient omr;

    @BeforeEach
    void start() {
        start(Pace.REALISTIC);
    }

    private void start(Pace pace) {
        fermata = Fermata.start(
                FermataOptions.builder().pace(pace).speed(0).credits(100).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(client);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer awaiting() {
        Answer job = omr.oneShot(PDF, REVIEWED);
        fermata.clock().advance(Duration.ofMinutes(1));
        return omr.get(job);
    }

    private String corrected(Map<String, ?> instrument) {
        return corrected(Map.of("step", "details", "instruments", List.of(instrument)), "musicxml")
                .text();
    }

    private Answer corrected(Map<String, ?> details, String format) {
        Answer job = awaiting();
        Answer resumed = omr.submit(job, details);
        assertEquals(202, resumed.status(), resumed.text());
        fermata.clock().advance(Duration.ofMinutes(1));
        return omr.export(job, format);
    }

    @Nested
    class AJobThatAskedForIt {
        @Test
        void waitsAfterItsPagesWithWhatItFound() {
            Answer job = awaiting();
            assertAll(
                    () -> assertEquals("awaitingInput", job.at("/status"), job.text()),
                    () -> assertEquals("details", job.at("/currentStep")),
                    () -> assertEquals("details", job.at("/pendingStep/step")),
                    () -> assertEquals("details", job.at("/pendingStep/data/step")),
                    () -> assertEquals("Patience", job.at("/pendingStep/data/title")),
                    () -> assertEquals("0", job.at("/pendingStep/data/instruments/0/index")),
                    () -> assertTrue(job.at("/pendingStep/data/instruments/0/instrumentId")
                            .contains(".")),
                    () -> assertEquals("high", job.at("/pendingStep/data/instruments/0/resolvedConfidence")));
        }

        @Test
        void waitsForEver() {
            Answer job = awaiting();
            fermata.clock().advance(Duration.ofDays(29));
            assertEquals("awaitingInput", omr.get(job).at("/status"));
        }

        @Test
        void goesOnToItsEnd() {
            Answer job = awaiting();
            Answer resumed = omr.submit(job, NOTHING_BETTER);
            assertAll(
                    () -> assertEquals(202, resumed.status(), resumed.text()),
                    () -> assertEquals("processing", resumed.at("/status")),
                    () -> assertEquals("OMR_CREATING_SCORE", resumed.at("/progress/key")),
                    () -> assertEquals("", resumed.at("/currentStep")));
            fermata.clock().advance(Duration.ofSeconds(1));
            assertEquals("done", omr.get(job).at("/status"));
        }

        @Test
        void canBeCanceledMeanwhile() {
            Answer job = awaiting();
            assertEquals("canceled", omr.cancel(job).at("/status"));
            assertEquals(100, omr.credits());
        }

        @Test
        void goesBySingleStepsWhereThatIsThePace() {
            stop();
            start(Pace.POLLS);
            Answer job = omr.oneShot(PDF, REVIEWED);
            assertAll(
                    () -> assertEquals("processing", omr.get(job).at("/status")),
                    () -> assertEquals("awaitingInput", omr.get(job).at("/status")),
                    () -> assertEquals("awaitingInput", omr.get(job).at("/status")),
                    () -> assertEquals(
                            "processing", omr.submit(job, NOTHING_BETTER).at("/status")),
                    () -> assertEquals("done", omr.get(job).at("/status")));
        }

        @Test
        void doesNotPauseForAnybodyElse() {
            Answer job = omr.oneShot(PDF, Map.of());
            fermata.clock().advance(Duration.ofMinutes(1));
            assertEquals("done", omr.get(job).at("/status"));
        }
    }

    @Nested
    class ASubmissionIsRefused {
        @Test
        void beforeAndAfterItIsAwaited() {
            Answer job = omr.oneShot(PDF, REVIEWED);
            assertEquals(409, omr.submit(job, NOTHING_BETTER).status());
            fermata.clock().advance(Duration.ofMinutes(1));
            assertEquals(202, omr.submit(job, NOTHING_BETTER).status());
            assertEquals(409, omr.submit(job, NOTHING_BETTER).status());
        }

        @Test
        void exceptForOneWhenThereAreManyAtOnce() throws Exception {
            Answer job = awaiting();
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<Answer>> calls = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    calls.add(() -> omr.submit(job, NOTHING_BETTER));
                }
                int accepted = 0;
                for (Future<Answer> call : threads.invokeAll(calls)) {
                    accepted += call.get().status() == 202 ? 1 : 0;
                }
                assertEquals(1, accepted);
            } finally {
                threads.shutdown();
            }
        }

        @Test
        void byTheEngineItselfWhenThereWasOne() {
            Job job = fermata.world().job(awaiting().at("/id")).orElseThrow();
            Jobs jobs = fermata.world().flat().jobs();
            assertEquals(Optional.empty(), jobs.resume(job, Corrections.NONE));
            assertEquals(
                    Refusal.Kind.NOT_AWAITING,
                    jobs.resume(job, Corrections.NONE).orElseThrow().kind());
        }

        @Test
        void ofAStepThatThereIsNot() {
            Answer job = awaiting();
            assertEquals(
                    404,
                    client.post("/omr/jobs/" + job.at("/id") + "/steps/lyrics", Map.of("step", "lyrics"))
                            .status());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"step\": \"lyrics\"}",
                    "{\"step\": \"details\", \"instruments\": [{}]}",
                    "{\"step\": \"details\", \"instruments\": [null]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 9}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": -1}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 0, \"instrumentId\": \"brass.kazoo\"}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 0, \"instrumentId\": \"\"}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 0, \"midiProgram\": 128}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 0, \"transposeKey\": \"H\"}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 0.5}]}",
                    "{\"step\": \"details\", \"instruments\": [{\"index\": 0, \"midiProgram\": 1.5}]}",
                    "{\"step\": \"details\", \"mainLanguage\": \"no language\"}",
                    "{\"step\": \"details\", \"title\": 7}",
                    ""
                })
        void thatMakesNoSenseAndTheJobWaitsOn(String body) {
            Answer job = awaiting();
            Answer refused = client.postText("/omr/jobs/" + job.at("/id") + "/steps/details", body);
            assertEquals(400, refused.status(), refused.text());
            assertEquals("awaitingInput", omr.get(job).at("/status"));
        }
    }

    @Nested
    class WhatTheClientKnowsBetterShowsInTheResult {
        @Test
        void asTheTitle() {
            Map<String, String> titled = Map.of("step", "details", "title", "忍耐");
            assertTrue(corrected(titled, "musicxml").text().contains("<work-title>忍耐</work-title>"));
            assertTrue(corrected(titled, "mxl").header("Content-Disposition").endsWith("%E5%BF%8D%E8%80%90.mxl"));
        }

        @Test
        void asTheLanguage() {
            String xml = corrected(Map.of("step", "details", "mainLanguage", "ja"), "musicxml")
                    .text();
            assertTrue(xml.contains("<lyric-language xml:lang=\"ja\"/>"), xml.substring(0, 600));
        }

        @ParameterizedTest
        @ValueSource(strings = {"brass.horn", "horn"})
        void asTheInstrumentInBothForms(String id) {
            String xml = corrected(Map.of("index", 0, "instrumentId", id));
            assertAll(
                    () -> assertTrue(xml.contains("<part-name>Horn</part-name>"), xml.substring(0, 900)),
                    () -> assertTrue(xml.contains("<midi-program>61</midi-program>")),
                    () -> assertTrue(xml.contains("<chromatic>-7</chromatic>")));
        }

        @Test
        void asTheProgramOfAnInstrument() {
            String xml = corrected(Map.of("index", 0, "midiProgram", 41));
            assertTrue(xml.contains("<part-name>Viola</part-name>"), xml.substring(0, 900));
            assertTrue(xml.contains("<midi-program>42</midi-program>"));
        }

        @Test
        void asTheInstrumentRatherThanTheProgramWhenBothAreSent() {
            String xml = corrected(Map.of("index", 0, "midiProgram", 500, "instrumentId", "woodwinds.oboe"));
            assertTrue(xml.contains("<part-name>Oboe</part-name>"), xml.substring(0, 900));
        }

        @ParameterizedTest
        @CsvSource({"F, -7", "Bb, -2", "B♭, -2", "F#, -6", "F♯, -6", "D, 2", "Eb, 3", "C#, 1"})
        void asTheKeyWithBothKindsOfAccidentals(String key, int semitones) {
            String xml = corrected(Map.of("index", 0, "transposeKey", key));
            assertTrue(xml.contains("<chromatic>" + semitones + "</chromatic>"), xml.substring(0, 2_000));
        }

        @Test
        void asTheNameOfThePart() {
            String xml = corrected(Map.of("index", 0, "instrumentId", "horn", "partName", "Corno I in F"));
            assertTrue(xml.contains("<part-name>Corno I in F</part-name>"), xml.substring(0, 900));
        }

        @Test
        void asThePitchesThatSound() throws Exception {
            Map<String, ?> violin = Map.of("index", 0, "instrumentId", "strings.violin");
            Map<String, ?> horn = Map.of("index", 0, "instrumentId", "brass.horn");
            List<Integer> written = firstTrackWithNotes(violin);
            List<Integer> sounding = firstTrackWithNotes(horn);
            assertEquals(written.stream().map(key -> key - 7).toList(), sounding);
        }

        private List<Integer> firstTrackWithNotes(Map<String, ?> instrument) throws Exception {
            byte[] midi = corrected(Map.of("step", "details", "instruments", List.of(instrument)), "midi")
                    .bytes();
            for (Track track :
                    MidiSystem.getSequence(new ByteArrayInputStream(midi)).getTracks()) {
                List<Integer> keys = new ArrayList<>();
                for (int i = 0; i < track.size(); i++) {
                    if (track.get(i).getMessage() instanceof ShortMessage note
                            && !(track.get(i).getMessage() instanceof MetaMessage)
                            && note.getCommand() == ShortMessage.NOTE_ON
                            && note.getData2() > 0) {
                        keys.add(note.getData1());
                    }
                }
                if (!keys.isEmpty()) {
                    return keys;
                }
            }
            throw new AssertionError("there are no notes");
        }

        @Test
        void inTheMetadataAndInTheScoreOfALibraryImport() {
            Answer job = omr.oneShot(PDF, Map.of("output", "library", "interactiveSteps", List.of("details")));
            fermata.clock().advance(Duration.ofMinutes(1));
            omr.submit(
                    job,
                    Map.of(
                            "step",
                            "details",
                            "title",
                            "Corrected",
                            "instruments",
                            List.of(Map.of("index", 0, "instrumentId", "brass.tuba"))));
            fermata.clock().advance(Duration.ofMinutes(1));
            Answer done = omr.get(job);
            Answer score = client.get("/scores/" + done.at("/result/score"));
            assertAll(
                    () -> assertEquals("brass.tuba", done.at("/importedMetadata/instruments/0"), done.text()),
                    () -> assertEquals("Corrected", score.at("/title")),
                    () -> assertEquals("brass.tuba", score.at("/instruments/0")));
        }
    }

    @Test
    void theMainLanguageIsThatOfTheJobUntilItIsCorrected() {
        Answer job = omr.oneShot(PDF, Map.of("locales", List.of("de", "en")));
        fermata.clock().advance(Duration.ofMinutes(1));
        assertTrue(omr.export(job, "musicxml").text().contains("<lyric-language xml:lang=\"de\"/>"));
    }
}
