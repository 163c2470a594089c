package dev.fermata.junit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of the extension see, in test classes that JUnit's own launcher runs. */
class FermataExtensionTest {
    private static final Map<String, String> IN_PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "" + Crowd.SIZE);

    @Test
    void eachTestHasItsOwnWorldInAllPlaces() {
        Run run = Run.of(Samples.EveryWayToAsk.class);
        assertEquals(List.of(), run.failed());
        assertEquals(4, run.passed());
        assertEquals(4, Set.copyOf(run.reported("world")).size());
        assertEquals(1, Set.copyOf(run.reported("url")).size());
    }

    @Test
    void aWorldEndsWithItsTest() {
        assertEquals(List.of("[default]"), Run.of(Samples.EveryWayToAsk.class).reported("left"));
    }

    @Test
    void theServerStopsAfterTheLastTest() throws InterruptedException {
        Run.of(Samples.EveryWayToAsk.class); // a server starts only once
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Run run = Run.of(Samples.EveryWayToAsk.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !thread.getName().startsWith("HttpClient")) {
                thread.join(60_000);
                assertFalse(thread.isAlive(), thread + " goes on");
            }
        }
        URI server = URI.create(run.reported("url").get(0));
        assertThrows(UncheckedIOException.class, () -> Samples.get(server, "anybody"));
        for (String folder : run.reported("folder")) {
            assertFalse(Files.exists(Path.of(folder)), folder);
            assertFalse(Files.exists(Path.of(folder).getParent()), folder);
        }
    }

    @Test
    void aClassWithOneInstanceHasAnAdditionalWorld() {
        Run run = Run.of(Samples.OnePerClass.class);
        assertEquals(List.of(), run.failed());
        assertEquals(2, Set.copyOf(run.reported("world")).size());
        assertFalse(run.reported("world").containsAll(run.reported("class")));
    }

    @Test
    void parallelTestsAreIsolated() {
        Run run = Run.of(IN_PARALLEL, Crowd.EachInItsWorld.class);
        assertEquals(List.of(), run.failed());
        assertEquals(Crowd.SIZE, run.passed());
        assertEquals(1, Set.copyOf(run.reported("url")).size(), "one server");
    }

    /** Shows that the test above can fail. */
    @Test
    void inOneWorldTheyAreNotIsolated() {
        assertEquals(
                Crowd.SIZE,
                Run.of(IN_PARALLEL, Crowd.AllInOneWorld.class).failed().size());
    }

    @Test
    void scenariosOfAMethodOverrideThoseOfItsClasses() {
        Run run = Run.of(Samples.WithScenarios.class);
        assertEquals(List.of(), run.failed());
        assertEquals(4, run.passed());
    }

    @Test
    void anUnknownScenarioFailsItsTest() {
        assertEquals(
                "Unknown scenario: 'no-such-thing'; fermata scenarios lists the known ones",
                Run.of(Samples.WithAWrongName.class).failure().getMessage());
    }

    @Test
    void aFailureListsTheClientsRequests() {
        Run run = Run.of(Samples.Failing.class);
        String journal = run.reported("fermata journal").get(0);
        Throwable beside = run.failure().getSuppressed()[0];
        assertAll(
                () -> assertEquals("as it should", run.failure().getMessage()),
                () -> assertTrue(journal.matches("(?s)1 .* GET /v2/me .*200\n2 .* GET /v2/scores/1 .*404"), journal),
                () -> assertEquals("the client's requests:\n" + journal, beside.getMessage()),
                () -> assertFalse(journal.contains("fermata_"), "a token"));
    }

    @Test
    void aFailureBeforeTheTestListsThemToo() {
        Run run = Run.of(Samples.FailingBefore.class);
        assertTrue(run.reported("fermata journal").get(0).contains("GET /v2/me"));
    }

    @Test
    void anAbortedTestIsNotAFailure() {
        Run run = Run.of(Samples.Aborted.class);
        assertEquals(List.of(), run.failed());
        assertEquals(List.of(), run.reported("fermata journal"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Samples.Curious.class, Samples.CuriousBefore.class, Samples.CuriousClass.class})
    void callingAnOperationThatIsNotEmulatedFails(Class<?> curious) {
        Throwable failure = Run.of(curious).failure();
        assertInstanceOf(AssertionError.class, failure);
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.matches(
                "(?s)the client called operations that Fermata does not emulate, or only assumes:\n1 .*501"));
    }

    @Test
    void callingAnOperationThatIsNotEmulatedIsAllowedIfLenient() {
        assertEquals(List.of(), Run.of(Samples.CuriousAndLenient.class).failed());
    }

    @Test
    void equalOptionsShareAServer() {
        Run run = Run.of(
                Samples.EveryWayToAsk.class,
                Samples.CuriousAndLenient.class,
                Samples.WithOtherOptions.class,
                Samples.WithTheSameOtherOptions.class);
        List<String> urls = run.reported("url");
        assertEquals(List.of(), run.failed());
        assertEquals(4, urls.size());
        assertEquals(2, new TreeSet<>(urls).size());
        for (String url : urls) {
            assertThrows(UncheckedIOException.class, () -> Samples.get(URI.create(url), "anybody"));
        }
    }
}
