package dev.fermata.testing.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.flat.api.FlatCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The second judge is judged too, by answers written by hand. */
class SdkTypesTest {
    private static final String JOB = """
            {"id": "1", "status": "processing", "output": "musicxml", "interactiveSteps": ["details"],
             "progress": {"percent": 50, "key": "OMR_PROCESSING_PAGE"},
             "retention": {"expiryDate": "2026-02-01T00:00:00.000Z"},
             "creationDate": "2026-01-01T00:00:00.000Z"}""";

    private static final String CREDIT = """
            {"id": "1", "type": "ai", "feature": "omr", "amount": -3, "source": "subscription", "state": "active",
             "job": "1", "creationDate": "2026-01-01T00:00:00.000Z", "modificationDate": "2026-01-01T00:00:00.000Z"}""";

    private static final String CAPABILITIES = """
            {"steps": ["details"], "formats": ["musicxml"], "outputs": ["library", "musicxml"], "maxFiles": 1,
             "maxPages": 1, "maxParallelJobs": 1, "maxFileSize": 1, "acceptedMimeTypes": ["application/pdf"],
             "acceptedExtensions": ["pdf"], "locales": ["en"], "localesDetails": [{"code": "en", "name": "English"}]}""";

    static SdkTypes types() {
        boolean atHand = SdkTypes.atHand().isPresent();
        assertTrue(atHand || !"true".equals(System.getenv("CI")), "FLAT_SDK_SCHEMA must lead to the SDK's types in CI");
        assumeTrue(atHand, "FLAT_SDK_SCHEMA does not lead to the SDK's types; ./check makes them");
        return SdkTypes.atHand().orElseThrow();
    }

    private static List<String> faults(String method, String path, int status, String body) {
        return types().faultsOf(method, path, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faultsOfJob(String was, String is) {
        assertTrue(JOB.contains(was), was);
        return faults("GET", "/omr/jobs/1", 200, JOB.replace(was, is));
    }

    /** Exactly one fault, which speaks of this. */
    private static void assertFault(String about, List<String> faults) {
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains(about), faults.get(0));
    }

    @Test
    void acceptsWhatTheTypesSay() {
        assertEquals(List.of(), faults("GET", "/omr/jobs/1", 200, JOB));
        assertEquals(List.of(), faults("DELETE", "/omr/jobs/1", 200, JOB));
        assertEquals(List.of(), faults("GET", "/omr/jobs", 200, "[" + JOB + "]"));
        assertEquals(List.of(), faults("GET", "/omr/capabilities", 200, CAPABILITIES));
        assertEquals(List.of(), faults("GET", "/billing/credits/history", 200, "[" + CREDIT + "]"));
        assertEquals(List.of(), faults("GET", "/organizations/users/count", 200, "3"));
    }

    @Test
    void findsAFieldThatIsMissing() {
        assertFault("'id'", faultsOfJob("\"id\": \"1\", ", ""));
        assertFault(
                "'localesDetails'",
                faults("GET", "/omr/capabilities", 200, CAPABILITIES.replaceFirst(", \"localesDetails.*]", "")));
    }

    @Test
    void findsAFieldThatIsNotDeclared() {
        assertFault("'state'", faultsOfJob("\"id\"", "\"state\": \"done\", \"id\""));
    }

    @Test
    void findsAFieldThatIsNotDeclaredDeepInside() {
        assertFault("'percents'", faultsOfJob("\"percent\"", "\"percents\""));
    }

    @Test
    void findsAValueThatIsNone() {
        assertFault("/status", faultsOfJob("processing", "running"));
        assertFault("/interactiveSteps/0", faultsOfJob("[\"details\"]", "[\"detail\"]"));
    }

    @Test
    void findsADateThatIsNone() {
        assertFault("/creationDate", faultsOfJob("2026-01-01T00:00:00.000Z", "2026-01-01"));
    }

    @Test
    void findsANull() {
        assertFault("/progress/percent", faultsOfJob("50", "null"));
    }

    @Test
    void allowsANullWhereTheTypesDo() {
        String part = "{\"license\": null, \"organization\": null}";
        List<String> faults = faults("GET", "/scores/1", 200, part);
        assertTrue(faults.stream().noneMatch(fault -> fault.contains("/license")), faults::toString);
        assertTrue(faults.stream().anyMatch(fault -> fault.contains("/organization")), faults::toString);
    }

    @Test
    void readsAFieldByItsNameOnTheWire() {
        String track = """
                {"id": "1", "creator": "1", "creationDate": "2026-01-01T00:00:00Z", "state": "draft", "type": "audio",
                 "modificationDate": "2026-01-01T00:00:00Z", "default": true, "purpose": "common"}""";
        assertEquals(List.of(), faults("GET", "/scores/1/tracks/1", 200, track));
        assertEquals(
                2,
                faults("GET", "/scores/1/tracks/1", 200, track.replace("default", "_default"))
                        .size());
    }

    @Test
    void findsAnErrorWithoutACode() {
        assertFault("'code'", faults("GET", "/omr/jobs/1", 404, "{\"message\": \"x\"}"));
    }

    @Test
    void judgesTheAnswerWithATaskByTheTypeOfTasks() {
        assertEquals(List.of(), faults("POST", "/scores", 202, "{\"id\": \"1\", \"state\": \"created\"}"));
        assertFault("/state", faults("POST", "/scores", 202, "{\"id\": \"1\", \"state\": \"draft\"}"));
    }

    @Test
    void findsABodyWhereThereIsToBeNone() {
        assertEquals(List.of(), faults("DELETE", "/scores/1", 204, ""));
        assertFault("no body", faults("DELETE", "/scores/1", 200, "{}"));
    }

    @Test
    void findsWhatIsNoJson() {
        assertFault("is no JSON", faults("GET", "/omr/jobs/1", 200, JOB + "}"));
        assertFault("not text/html", types().faultsOf("GET", "/omr/jobs/1", 200, "text/html", new byte[0]));
    }

    @Test
    void letsAnUnknownOperationBeAnErrorAndNothingElse() {
        assertFault("unknown operation", faults("GET", "/omr/job/1", 200, JOB));
        assertFault("unknown operation", faults("PATCH", "/omr/jobs/1", 200, JOB));
        assertEquals(List.of(), faults("GET", "/omr/job/1", 404, "{\"code\": \"x\", \"message\": \"x\"}"));
    }

    @Test
    void findsARedirection() {
        assertFault("neither", types().faultsOf("GET", "/omr/jobs/1/exports/mxl", 302, "", new byte[0]));
    }

    @Test
    void knowsTheOperationsOfTheCatalogueAndNoOther() {
        assertEquals(
                FlatCatalogue.load().operations().stream()
                        .map(operation -> operation.method() + " " + operation.path() + " " + operation.id())
                        .collect(Collectors.toCollection(TreeSet::new)),
                types().operations());
    }
}
