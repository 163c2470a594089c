package dev.fermata.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.FermataOptions;
import dev.fermata.conduct.Ending;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code @Conduct} on a test. */
class ConductTest {
    @Test
    void aGoodClientPasses() {
        Run run = Run.of(Polite.class);
        assertEquals(List.of(), run.failed());
        assertEquals(1, run.passed());
    }

    @Test
    void aBadClientFailsItsTestWithTheEvidence() {
        Run run = Run.of(Hasty.class);
        String message = String.valueOf(run.failure().getMessage());
        assertTrue(
                message.startsWith("the client breaks rules of conduct:\nfail poll-pace\n  polled again after 0."),
                message);
        assertTrue(message.contains("(entry 2, entry 3)"), message);
        assertTrue(run.reported("fermata journal").get(0).contains("getTask 200"));
    }

    @Test
    void theRuleOfAMethodOverridesThatOfItsClasses() {
        Run run = Run.of(Nesting.class);
        assertEquals(
                List.of("fallsUnderThatOfTheOuterClass(TestWorld)"),
                run.failed().stream().map(Run.Ended::name).toList());
        assertEquals(1, run.passed());
    }

    @Test
    void aFailureIsSurfacedIfTheTestReportsIt() {
        assertEquals(List.of(), Run.of(Surfacing.class).failed());
        assertTrue(String.valueOf(Run.of(Hiding.class).failure().getMessage())
                .contains("was answered 402 to POST /v2/scores, got no further, and ended with success (entry 1)"));
    }

    @Test
    void aBrokenShouldIsReported() {
        Run run = Run.of(Stubborn.class);
        assertEquals(List.of(), run.failed());
        assertTrue(run.reported("fermata conduct").get(0).startsWith("warn final-402"));
    }

    @Test
    void aTestWithoutRequestsFails() {
        assertTrue(String.valueOf(Run.of(Idle.class).failure().getMessage())
                .startsWith("no rule of 'omr-import' was exercised"));
    }

    /** Polls twice, with this pause. */
    private static void poll(TestWorld world, Duration apart) {
        FlatClient flat = FlatClient.of(world.flatUrl(), world.token());
        String task =
                flat.importPdf(SheetMusic.untitled().pages(9).pdf(), Map.of()).at("/id");
        flat.get("/tasks/" + task);
        world.clock().advance(apart);
        flat.get("/tasks/" + task);
    }

    private static FermataExtension slow() {
        return FermataExtension.with(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
    }

    static class Polite {
        @RegisterExtension
        static final FermataExtension FERMATA = slow();

        @Test
        @Conduct("omr-import")
        void waits(TestWorld world) {
            poll(world, Duration.ofSeconds(3));
        }
    }

    static class Hasty {
        @RegisterExtension
        static final FermataExtension FERMATA = slow();

        @Test
        @Conduct("following")
        void doesNotWait(TestWorld world) {
            poll(world, Duration.ofMillis(500));
        }
    }

    @Conduct("poll-pace")
    static class Nesting {
        @RegisterExtension
        static final FermataExtension FERMATA = slow();

        @Nested
        class Inner {
            @Test
            @Conduct("token-in-header")
            void fallsUnderItsOwn(TestWorld world) {
                poll(world, Duration.ZERO);
            }

            @Test
            void fallsUnderThatOfTheOuterClass(TestWorld world) {
                poll(world, Duration.ZERO);
            }
        }
    }

    @ExtendWith(FermataExtension.class)
    static class Surfacing {
        @Test
        @WithScenario("error-402")
        @Conduct("failure-is-surfaced")
        void saysSo(TestWorld world) {
            FlatClient.of(world.flatUrl(), world.token())
                    .importPdf(SheetMusic.untitled().pdf(), Map.of());
            world.clientEnded(Ending.FAILED);
        }
    }

    @ExtendWith(FermataExtension.class)
    static class Hiding {
        @Test
        @WithScenario("error-402")
        @Conduct("failure-is-surfaced")
        void saysNothing(TestWorld world) {
            FlatClient.of(world.flatUrl(), world.token())
                    .importPdf(SheetMusic.untitled().pdf(), Map.of());
            world.clientEnded(Ending.SUCCEEDED);
        }
    }

    @ExtendWith(FermataExtension.class)
    static class Stubborn {
        @Test
        @WithScenario("error-402")
        @Conduct("retrying")
        void triesAgain(TestWorld world) {
            FlatClient flat = FlatClient.of(world.flatUrl(), world.token());
            flat.importPdf(SheetMusic.untitled().pdf(), Map.of());
            flat.importPdf(SheetMusic.untitled().pdf(), Map.of());
        }
    }

    @ExtendWith(FermataExtension.class)
    static class Idle {
        @Test
        @Conduct("omr-import")
        void doesNothing() {}
    }
}
