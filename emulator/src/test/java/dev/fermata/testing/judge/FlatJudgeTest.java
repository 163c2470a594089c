package dev.fermata.testing.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each judge has a say: what the one cannot see, the other finds. */
class FlatJudgeTest {
    private static final String JOB =
            "{\"id\": \"1\", \"status\": \"draft\", \"output\": \"musicxml\", \"interactiveSteps\": []";

    @BeforeAll
    static void bothAreAtHand() {
        FlatSpecTest.spec();
        SdkTypesTest.types();
    }

    private static List<String> faults(String method, String path, String contentType, String body) {
        return FlatJudge.judge(
                method,
                path,
                200,
                name -> Optional.of(name.equals("Content-Type") ? contentType : "x"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDocumentSeesAContentTypeThatTheTypesDoNot() {
        List<String> faults = faults("GET", "/scores/1/revisions/last/mxl", "text/html", "");
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("document: "), faults::toString);
    }

    @Test
    void theTypesSeeAnOperationThatTheDocumentDoesNot() {
        List<String> faults = faults("DELETE", "/omr/jobs/1?x=y", "application/json", JOB + ", \"x\": 1}");
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("SDK: "), faults::toString);
    }

    @Test
    void theTypesJudgeTheFieldsThatCameLater() {
        assertEquals(List.of(), faults("GET", "/omr/jobs/1", "application/json", JOB + ", \"autoRotate\": true}"));
        List<String> faults = faults("GET", "/omr/jobs/1", "application/json", JOB + ", \"autoRotate\": 1}");
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("SDK: "), faults::toString);
    }

    @Test
    void noOtherFieldsCameLater() {
        JsonNode document = FlatSpecTest.spec().types();
        JsonNode sdk = SdkTypesTest.types().types();
        Deviations.LATER_FIELDS.forEach((type, fields) -> assertEquals(Set.of(), less(fields, sdk.path(type)), type));
        sdk.properties().stream()
                .filter(type -> document.has(type.getKey()))
                .forEach(type -> assertEquals(
                        Set.of(), less(fields(type.getValue()), document.path(type.getKey())), type.getKey()));
    }

    private static Set<String> fields(JsonNode type) {
        return type.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The fields that a type does not have. */
    private static Set<String> less(Set<String> fields, JsonNode type) {
        Set<String> less = new HashSet<>(fields);
        less.removeAll(fields(type));
        return less;
    }
}
