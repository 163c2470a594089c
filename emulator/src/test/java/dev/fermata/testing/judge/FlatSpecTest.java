package dev.fermata.testing.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.flat.api.FlatCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The judge is judged: a check that cannot fail proves nothing. */
class FlatSpecTest {
    private static final String TASK = "{\"id\":\"1\",\"state\":\"created\"}";

    static FlatSpec spec() {
        boolean atHand = FlatSpec.atHand().isPresent();
        assertTrue(atHand || !"true".equals(System.getenv("CI")), "FLAT_OPENAPI must lead to Flat's document in CI");
        assumeTrue(atHand, "FLAT_OPENAPI does not lead to Flat's document");
        return FlatSpec.atHand().orElseThrow();
    }

    private static List<String> faults(String path, int status, String body) {
        return spec().faultsOf("GET", path, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsWhatTheDocumentSays() {
        assertEquals(List.of(), faults("/tasks/1", 200, TASK));
    }

    @Test
    void findsAFieldThatIsMissing() {
        assertFalse(faults("/tasks/1", 200, "{\"id\":\"1\"}").isEmpty());
    }

    @Test
    void findsAFieldThatIsNotDeclared() {
        assertFalse(faults("/tasks/1", 200, TASK.replace("}", ",\"stat\":1}")).isEmpty());
    }

    @Test
    void findsAFieldThatIsNotDeclaredDeepInside() {
        assertFalse(faults("/tasks/1", 200, TASK.replace("}", ",\"progress\":{\"percents\":1}}"))
                .isEmpty());
    }

    @Test
    void findsAValueThatIsNone() {
        assertFalse(faults("/tasks/1", 200, TASK.replace("created", "waiting")).isEmpty());
    }

    @Test
    void findsAnErrorWithoutACode() {
        assertFalse(faults("/tasks/1", 404, "{\"message\":\"x\"}").isEmpty());
    }

    @Test
    void findsWhatAllOfHides() {
        String user = "{\"id\":\"1\",\"type\":\"user\",\"product\":\"flat\",\"username\":\"x\",\"picture\":null";
        assertEquals(List.of(), faults("/me", 200, user + "}"));
        assertFalse(faults("/me", 200, user + ",\"nickname\":\"y\"}").isEmpty());
    }

    @Test
    void findsAContentTypeThatIsNotDeclared() {
        assertFalse(spec().faultsOf("GET", "/me", 200, "text/html", new byte[0]).isEmpty());
    }

    @Test
    void hasNoOperationThatTheCatalogueDoesNotKnow() {
        Set<String> known = FlatCatalogue.load().operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(spec().operations());
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
        assertEquals(123, known.size());
    }
}
