package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.fidelity.SupportTable;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.judge.ControlSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the control API tells of itself and of what is emulated. */
class ControlDocumentTest {
    private Fermata fermata;
    private ControlClient control;

    @BeforeEach
    void start() {
        fermata = Fermata.start();
        control = ControlClient.of(fermata.url());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    @Test
    void itsDocumentHasExactlyTheOperationsThatThereAre() {
        Set<String> routes = new TreeSet<>();
        fermata.control().routes().forEach(route -> routes.add(route.method() + " " + route.path()));
        assertEquals(routes, ControlSpec.load().operations());
    }

    @Test
    void itsDocumentIsAnswered() throws IOException {
        Answer document = control.get("/openapi.json");
        assertEquals(200, document.status());
        assertEquals("3.1.0", document.at("/openapi"));
        try (var in = ControlSpec.class.getResourceAsStream("/dev/fermata/control/openapi.json")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), document.text());
        }
    }

    @Test
    void theFidelityIsThatOfJavaAndOfTheReadme() {
        JsonNode told = control.get("/fidelity").json();
        SupportTable table = Fermata.fidelity();
        assertEquals(table.operations().size(), told.path("operations").size());
        assertEquals(table.behaviours().size(), told.path("behaviours").size());
        JsonNode first = told.path("operations").get(0);
        assertEquals(
                table.operations().get(0).operation().id(),
                first.path("operation").asText());
        int unexplained = 0;
        for (JsonNode behaviour : told.path("behaviours")) {
            boolean isAssumed = behaviour.path("kind").asText().equals("assumed");
            unexplained += behaviour.has(isAssumed ? "reason" : "source") ? 0 : 1;
        }
        assertEquals(0, unexplained);
    }

    @Test
    void theFidelityNamesWhatIsNotEmulated() {
        JsonNode told = control.get("/fidelity").json();
        Set<String> absent = new TreeSet<>();
        told.path("operations").forEach(operation -> {
            if (!operation.path("emulated").asBoolean()) {
                absent.add(operation.path("operation").asText());
            }
        });
        assertTrue(absent.contains("forkScore"), absent.toString());
        assertTrue(!absent.contains("createScore"), absent.toString());
    }
}
