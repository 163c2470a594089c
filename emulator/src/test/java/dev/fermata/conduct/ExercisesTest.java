package dev.fermata.conduct;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.conduct.exercise.Exercises;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.Answer;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.OmrClient;
import dev.fermata.testing.ScoreFlowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client meets in an exercise. */
class ExercisesTest {
    private static final byte[] PDF = SheetMusic.of("Exercise").pages(2).pdf();

    private Fermata fermata;
    private FlatClient flat;
    private ScoreFlowClient scoreFlow;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder().speed(0).build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
        scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private void play(String exercise) {
        Exercises.find(exercise)
                .orElseThrow()
                .scenarios()
                .forEach(fermata.world().scenarios()::play);
    }

    @Nested
    class ALimit {
        @Test
        void holdsUntilTheAnnouncedReset() {
            play("limited");
            assertEquals(200, flat.get("/me").status());
            Answer refused = flat.get("/me");
            Instant reset = Instant.ofEpochSecond(Long.parseLong(refused.header("X-RateLimit-Reset")));
            Answer early = flat.get("/me");
            fermata.clock()
                    .advance(Duration.between(fermata.clock().instant(), reset).minusSeconds(2));
            Answer stillEarly = flat.get("/collections");
            fermata.clock().setTo(reset);
            assertAll(
                    () -> assertEquals(403, refused.status()),
                    () -> assertEquals(403, early.status()),
                    () -> assertEquals(refused.header("X-RateLimit-Reset"), early.header("X-RateLimit-Reset")),
                    () -> assertEquals("limited", early.header("Fermata-Scenario")),
                    () -> assertEquals(403, stillEarly.status()),
                    () -> assertEquals(200, flat.get("/me").status()),
                    () -> assertEquals(200, flat.get("/me").status()));
        }

        @Test
        void holdsForItsWindowWithoutAnAnnouncement() {
            play("limited");
            assertEquals(404, scoreFlow.status("x").status());
            assertEquals(429, scoreFlow.status("x").status());
            fermata.clock().advance(Duration.ofSeconds(7));
            assertEquals(429, scoreFlow.status("x").status());
            fermata.clock().advance(Duration.ofSeconds(1));
            assertEquals(404, scoreFlow.status("x").status());
        }

        @Test
        void endsWithItsScenario() {
            play("limited");
            flat.get("/me");
            assertEquals(403, flat.get("/me").status());
            fermata.world().scenarios().stopAll();
            assertEquals(200, flat.get("/me").status());
        }
    }

    @Nested
    class ARefusal {
        @ParameterizedTest
        @ValueSource(ints = {402, 403})
        void appliesToSubmissionsAndStarts(int status) {
            OmrClient omr = new OmrClient(flat);
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "a.pdf");
            play("error-" + status);
            assertAll(
                    () -> assertEquals(200, flat.get("/me").status()),
                    () -> assertEquals(200, omr.get(draft).status()),
                    () -> assertEquals(status, omr.start(draft).status()),
                    () -> assertEquals(status, omr.oneShot(PDF, Map.of()).status()),
                    () -> assertEquals(status, flat.importPdf(PDF, Map.of()).status()),
                    () -> assertEquals(404, scoreFlow.status("x").status()),
                    () -> assertEquals(status, scoreFlow.convert(PDF, "midi").status()));
        }
    }
}
