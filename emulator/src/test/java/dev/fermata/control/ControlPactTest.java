package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Catalogue;
import dev.fermata.states.StateCatalogue;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The provider states, as used by Pact's verifiers. */
class ControlPactTest {
    private Fermata fermata;
    private ControlClient control;

    @BeforeEach
    void start() {
        // The pace at which no job keeps running, unless the state requires it.
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        control = ControlClient.of(fermata.url());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer change(String json) {
        return control.post("/pact/states", json);
    }

    private FlatClient client(Answer state) {
        return FlatClient.of(fermata.flatUrl(), state.at("/token"));
    }

    @Nested
    class SetUp {
        @Test
        void returnsATokenForTheState() {
            Answer state = change("{\"state\": \"a score\"}");
            assertEquals(200, client(state).get("/scores/" + state.at("/score")).status());
        }

        @Test
        void createsAWorldEachTime() {
            Answer one = change("{\"state\": \"a score\", \"action\": \"setup\"}");
            Answer other = change("{\"state\": \"a score\", \"action\": \"setup\"}");
            assertNotEquals(one.at("/world"), other.at("/world"));
            assertEquals(404, client(one).get("/scores/" + other.at("/score")).status());
        }

        @Test
        void keepsTheStateOfAJob() {
            Answer state = change("{\"state\": \"an import\", \"params\": {\"state\": \"doing\"}}");
            assertEquals(
                    "doing", client(state).get("/tasks/" + state.at("/task")).at("/state"));
        }

        @Test
        void givesAnyStateItsCredits() {
            Answer state = change("{\"state\": \"a score\", \"params\": {\"credits\": 7}}");
            assertEquals("7", client(state).get("/omr/capabilities").at("/remainingCredits"));
        }

        @Test
        void treatsNoStateAsAnAccount() {
            Answer state = change("{\"action\": \"setup\", \"params\": {}, \"state\": \"\"}");
            assertEquals(200, client(state).get("/me").status());
        }

        @Test
        void isNotDisturbedByTheScenarioOfAllWorlds() {
            try (Fermata busy = Fermata.start(FermataOptions.builder()
                    .scenario(Catalogue.named("error-503"))
                    .build())) {
                Answer state = ControlClient.of(busy.url()).post("/pact/states", "{\"state\": \"a score\"}");
                assertEquals(
                        200,
                        FlatClient.of(busy.flatUrl(), state.at("/token"))
                                .get("/me")
                                .status());
            }
        }

        @TestFactory
        Stream<DynamicNode> returnsTheValuesOfTheCatalogue() {
            return StateCatalogue.all().stream()
                    .map(state -> dynamicTest(state.name(), () -> {
                        Answer made = change("{\"state\": \"" + state.name()
                                + "\", \"params\": {\"name\": \"error-503\"}}"
                                        .replace(
                                                state.name().equals("a scenario") ? "" : "\"name\": \"error-503\"",
                                                ""));
                        Set<String> values = new TreeSet<>();
                        made.json().fieldNames().forEachRemaining(values::add);
                        assertEquals(new TreeSet<>(state.allValues()), values);
                    }));
        }
    }

    @Nested
    class TearDown {
        @Test
        void endsTheWorld() {
            String world = change("{\"state\": \"a score\"}").at("/world");
            change("{\"state\": \"a score\", \"action\": \"teardown\"}");
            assertTrue(fermata.worlds().stream().map(World::name).noneMatch(world::equals));
        }

        @Test
        void keepsWorldsThatAreStillInUse() {
            Answer mine = change("{\"state\": \"a score\"}");
            change("{\"state\": \"a score\"}");
            change("{\"state\": \"a score\", \"action\": \"teardown\"}");
            assertEquals(200, client(mine).get("/scores/" + mine.at("/score")).status());
            change("{\"state\": \"a score\", \"action\": \"teardown\"}");
            assertEquals(1, fermata.worlds().size());
        }

        @Test
        void withoutASetUpDoesNothing() {
            assertEquals(
                    200,
                    change("{\"state\": \"a score\", \"action\": \"teardown\"}").status());
        }

        @Test
        void isOptional() {
            for (int i = 0; i < 110; i++) {
                change("{\"state\": \"an account\"}");
            }
            assertEquals(101, fermata.worlds().size());
        }
    }

    @Nested
    class Refused {
        @Test
        void includesAnUnknownState() {
            String told = problem("{\"state\": \"a unicorn\"}");
            assertTrue(told.contains("Unknown state: 'a unicorn'; the states are 'an account'"), told);
        }

        @Test
        void includesAnUnknownParameter() {
            String told = problem("{\"state\": \"a score\", \"params\": {\"titel\": \"Prelude\"}}");
            assertTrue(told.contains("has no parameter titel"), told);
        }

        @Test
        void includesAnInvalidValue() {
            String told = problem("{\"state\": \"an OMR job\", \"params\": {\"status\": \"finished\"}}");
            assertTrue(told.contains("status must be one of processing, draft"), told);
        }

        @Test
        void includesAScenarioWithoutANameAndInvalidCredits() {
            assertTrue(problem("{\"state\": \"a scenario\"}").contains("params must have the scenario's name"));
            assertTrue(problem("{\"state\": \"a score\", \"params\": {\"credits\": \"many\"}}")
                    .contains("credits must be a whole number"));
        }

        @Test
        void leavesNoWorld() {
            for (String params : List.of("{\"credits\": \"many\"}", "{\"files\": \"0\"}")) {
                problem("{\"state\": \"an OMR job\", \"params\": " + params + "}");
            }
            assertEquals(1, fermata.worlds().size());
        }

        private String problem(String json) {
            Answer answer = change(json);
            assertEquals(400, answer.status());
            return answer.at("/detail");
        }
    }
}
