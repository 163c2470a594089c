package dev.fermata.junit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.journal.Query;
import dev.fermata.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Test classes as users write them, run by {@link FermataExtensionTest}. */
@SuppressWarnings("NullAway.Init") // set by the extension
final class Samples {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Samples() {}

    /** The status of a GET with the token of a world. */
    static int get(TestWorld world, String path) {
        return get(URI.create(world.flatUrl() + path), world.token());
    }

    static int get(URI url, String token) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All ways to get the world of a test give the same one, and each test has another. */
    @ExtendWith(FermataExtension.class)
    static class EveryWayToAsk {
        private final TestWorld constructed;
        private final Fermata server;
        private TestWorld prepared;
        private TestWorld injected;

        EveryWayToAsk(TestWorld world, Fermata fermata) {
            constructed = world;
            server = fermata;
        }

        @BeforeAll
        static void reportTheServer(Fermata fermata, TestReporter reporter) {
            reporter.publishEntry("url", fermata.url().toString());
        }

        @BeforeEach
        void prepare(TestWorld world) {
            prepared = world;
        }

        @Test
        void first(TestWorld world, TestReporter reporter) {
            isTheSameEverywhere(world, reporter);
        }

        @RepeatedTest(2)
        void again(TestWorld world, TestReporter reporter) {
            isTheSameEverywhere(world, reporter);
        }

        private void isTheSameEverywhere(TestWorld world, TestReporter reporter) {
            assertAll(
                    () -> assertSame(world, constructed),
                    () -> assertSame(world, prepared),
                    () -> assertSame(world, injected),
                    () -> assertSame(server, world.fermata()),
                    () -> assertEquals(0, world.journal().find(Query.ALL).size()),
                    () -> assertEquals(200, get(world, "/me")));
            reporter.publishEntry("world", world.name());
            reporter.publishEntry("folder", world.world().documents().folder().toString());
        }

        @AfterEach
        void isStillThere(TestWorld world) {
            assertSame(injected, world);
            assertEquals(1, world.journal().find(Query.ALL).size());
        }

        @AfterAll
        static void reportWhatIsLeft(Fermata fermata, TestReporter reporter) {
            reporter.publishEntry(
                    "left", fermata.worlds().stream().map(World::name).toList().toString());
        }

        @Nested
        class InANestedClass {
            private TestWorld inner;

            InANestedClass(TestWorld world) {
                assertSame(world, constructed);
            }

            @Test
            void nested(TestWorld world, TestReporter reporter) {
                assertSame(world, inner);
                isTheSameEverywhere(world, reporter);
            }
        }
    }

    /** The class has a world, and each test has another. */
    @ExtendWith(FermataExtension.class)
    @TestInstance(Lifecycle.PER_CLASS)
    @WithScenario(value = "error-500", operation = "getAuthenticatedUser")
    static class OnePerClass {
        private final TestWorld ofTheClass;
        private TestWorld injected;

        OnePerClass(TestWorld world) {
            ofTheClass = world;
        }

        @BeforeAll
        void isGivenIt(TestWorld world) {
            assertSame(ofTheClass, world);
            assertSame(ofTheClass, injected);
            assertEquals(500, get(world, "/me"));
        }

        @RepeatedTest(2)
        void test(TestWorld world, TestReporter reporter) {
            assertNotSame(ofTheClass, world);
            assertEquals(500, get(world, "/me"));
            reporter.publishEntry("world", world.name());
        }

        @AfterAll
        void itIsStillThere(TestReporter reporter) {
            assertEquals(1, ofTheClass.journal().find(Query.ALL).size());
            reporter.publishEntry("class", ofTheClass.name());
        }
    }

    @ExtendWith(FermataExtension.class)
    @WithScenario("error-429")
    static class WithScenarios {
        @Test
        void ofTheClass(TestWorld world) {
            assertEquals(429, get(world, "/me"));
        }

        @Test
        @WithScenario("error-503")
        void theNearestWins(TestWorld world) {
            assertEquals(503, get(world, "/me"));
        }

        @Test
        @WithScenario(value = "error-503", operation = "getAuthenticatedUser")
        @WithScenario(value = "busy-twice", operation = "getScore")
        void ofAnOperation(TestWorld world) {
            assertEquals(503, get(world, "/me"));
            assertEquals(503, get(world, "/scores/1"));
            assertEquals(503, get(world, "/scores/1"));
            assertEquals(429, get(world, "/scores/1"));
            assertEquals(429, get(world, "/scores/1/revisions"));
        }

        @Nested
        @WithScenario("proxy-502")
        class Inside {
            @Test
            void theInnerClassWins(TestWorld world) {
                assertEquals(502, get(world, "/me"));
            }
        }
    }

    @ExtendWith(FermataExtension.class)
    static class WithAWrongName {
        @Test
        @WithScenario("no-such-thing")
        void asksForNoWorld() {}
    }

    @ExtendWith(FermataExtension.class)
    static class Failing {
        @Test
        void fails(TestWorld world) {
            get(world, "/me");
            get(world, "/scores/1");
            fail("as it should");
        }
    }

    @ExtendWith(FermataExtension.class)
    static class FailingBefore {
        @BeforeEach
        void fails(TestWorld world) {
            get(world, "/me");
            fail("as it should");
        }

        @Test
        void neverRuns() {}
    }

    @ExtendWith(FermataExtension.class)
    static class Aborted {
        @Test
        void aborts(TestWorld world) {
            get(world, "/users/1");
            Assumptions.abort("not here");
        }
    }

    /** Calls an operation that is not emulated. */
    @ExtendWith(FermataExtension.class)
    static class Curious {
        @Test
        void asks(TestWorld world) {
            assertEquals(501, get(world, "/users/1"));
        }
    }

    @ExtendWith(FermataExtension.class)
    static class CuriousBefore {
        @BeforeEach
        void asks(TestWorld world) {
            assertEquals(501, get(world, "/users/1"));
        }

        @Test
        void passes() {}
    }

    @ExtendWith(FermataExtension.class)
    static class CuriousClass {
        @BeforeAll
        static void asks(TestWorld world) {
            assertEquals(501, get(world, "/users/1"));
        }

        @Test
        void passes() {}
    }

    static class CuriousAndLenient {
        @RegisterExtension
        static final FermataExtension FERMATA = FermataExtension.create().lenient();

        @Test
        void asks(TestWorld world, TestReporter reporter) {
            assertEquals(501, get(world, "/users/1"));
            reporter.publishEntry("url", world.fermata().url().toString());
        }
    }

    static class WithOtherOptions {
        @RegisterExtension
        static final FermataExtension FERMATA = FermataExtension.with(
                FermataOptions.builder().credits(7).speed(0).build());

        @Test
        void has(TestWorld world, TestReporter reporter) {
            var before = world.clock().instant();
            world.clock().advance(Duration.ofHours(1));
            assertEquals(before.plus(Duration.ofHours(1)), world.clock().instant());
            reporter.publishEntry("url", world.fermata().url().toString());
        }
    }

    static class WithTheSameOtherOptions {
        @RegisterExtension
        static final FermataExtension FERMATA = FermataExtension.with(
                FermataOptions.builder().credits(7).speed(0).build());

        @Test
        void has(Fermata fermata, TestReporter reporter) {
            reporter.publishEntry("url", fermata.url().toString());
        }
    }
}
