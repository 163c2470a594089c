package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.Fermata;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.Answer;
import dev.fermata.testing.ControlClient;
import dev.fermata.testing.FlatClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Judging a client over the control API. */
class ControlConductTest {
    private Fermata fermata;
    private ControlClient control;
    private FlatClient flat;

    @BeforeEach
    void start() {
        fermata = Fermata.start();
        control = ControlClient.of(fermata.url());
        flat = FlatClient.of(fermata.flatUrl(), "fermata_mine_me");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private static JsonNode verdict(Answer judged, String rule) {
        for (JsonNode verdict : judged.json().path("verdicts")) {
            if (verdict.path("rule").asText().equals(rule)) {
                return verdict;
            }
        }
        throw new AssertionError(rule + " is not among " + judged);
    }

    @Test
    void takesThreeCalls() {
        control.put("/worlds/mine");
        control.post("/worlds/mine/scenarios", "{\"name\":\"error-403\"}");
        flat.importPdf(SheetMusic.untitled().pdf(), Map.of());
        flat.importPdf(SheetMusic.untitled().pdf(), Map.of());
        Answer judged = control.post("/worlds/mine/conduct", "{\"ending\":\"succeeded\"}");
        assertAll(
                () -> assertFalse(judged.json().path("passed").asBoolean()),
                () -> assertEquals(
                        "fail", verdict(judged, "final-403").path("verdict").asText()),
                () -> assertEquals(
                        "[1,2]",
                        verdict(judged, "final-403").at("/evidence/0/entries").toString()),
                () -> assertEquals(
                        "fail",
                        verdict(judged, "failure-is-surfaced").path("verdict").asText()),
                () -> assertEquals(
                        "not-exercised",
                        verdict(judged, "same-key").path("verdict").asText()));
    }

    @Test
    void passesAGoodClient() {
        flat.get("/me");
        Answer judged = control.post("/worlds/mine/conduct");
        assertTrue(judged.json().path("passed").asBoolean());
        assertEquals(Rulebook.all().size(), judged.json().path("verdicts").size());
    }

    @Test
    void doesNotPassAClientWithoutRequests() {
        control.put("/worlds/mine");
        assertFalse(control.post("/worlds/mine/conduct").json().path("passed").asBoolean());
    }

    @Test
    void judgesOneSetOfRulesOnRequest() {
        flat.get("/me");
        Answer judged = control.post("/worlds/mine/conduct", "{\"rules\":\"poll-pace\"}");
        assertEquals(1, judged.json().path("verdicts").size());
    }

    @Test
    void listsItsRulesAndSets() {
        JsonNode told = control.get("/conduct").json();
        List<String> ids = new ArrayList<>();
        told.path("rules").forEach(rule -> ids.add(rule.path("id").asText()));
        assertEquals(Rulebook.all().stream().map(Rule::id).toList(), ids);
        assertEquals(Rulebook.sets().size(), told.path("sets").size());
    }

    @Test
    void refusesInvalidFields() {
        control.put("/worlds/mine");
        assertAll(
                () -> assertEquals("rules", refused("{\"rules\":\"manners\"}")),
                () -> assertEquals("ending", refused("{\"ending\":\"happily\"}")),
                () -> assertEquals("rule", refused("{\"rule\":\"poll-pace\"}")),
                () -> assertEquals(404, control.post("/worlds/nowhere/conduct").status()));
    }

    private String refused(String body) {
        Answer answer = control.post("/worlds/mine/conduct", body);
        assertEquals(400, answer.status(), answer.toString());
        return answer.at("/field");
    }
}
