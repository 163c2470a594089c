package dev.fermata.testing.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where Fermata answers otherwise than Flat's OpenAPI document 2.24.0 or the types of its SDK (2.26.2) say, on purpose;
 * each with its reason. There are no others: any other difference fails the test that meets it.
 *
 * <p>The operations that came with 2.26.2 are not in the document; the types alone judge them.
 */
final class Deviations {
    /**
     * One of them.
     *
     * @param method a regular expression, as GET
     * @param status of the answers that deviate
     * @param path a regular expression for the path below {@code /v2}, with its query
     * @param reason why
     */
    private record Deviation(String method, int status, String path, String reason) {}

    private static final Deviation ONLY_ID = new Deviation(
            "GET",
            200,
            "/me\\?.*onlyId=true.*",
            "the parameter is there to return the id alone, the schema and the types require more of a user");

    private static final Deviation STORAGE = new Deviation(
            "[A-Z]+",
            507,
            ".*",
            "Fermata's own answer: its disk is full, or a limit of its own is reached; no vendor declares it");

    private static final List<Deviation> FROM_DOCUMENT = List.of(
            ONLY_ID,
            STORAGE,
            new Deviation(
                    "GET",
                    501,
                    "/classes/[^/]+/assignments/[^/]+/submissions/(csv|excel)",
                    "not emulated, and said so in JSON; the schema declares errors in the format of the file"),
            new Deviation(
                    "GET",
                    200,
                    "/omr/jobs/[^/]+/files/\\d+",
                    "the operation returns a page image or PDF, the schema knows only image/jpeg"),
            new Deviation(
                    "GET",
                    200,
                    "/omr/jobs/[^/]+/exports/[^/]+",
                    "the formats have the types that their description names, the schema knows only octet-stream"));

    private static final List<Deviation> FROM_TYPES = List.of(ONLY_ID, STORAGE);

    /** The fields that came with 2.26.2, by type: the document has nothing on them, the types judge what is in them. */
    static final Map<String, Set<String>> LATER_FIELDS = Map.of(
            "Assignment", Set.of("freeRecord"),
            "AssignmentCopyResponse", Set.of("freeRecord"),
            "ClassAssignment", Set.of("freeRecord"),
            "FlatErrorResponse", Set.of("providerMessage"),
            "OmrCapabilities", Set.of("acceptedExtensions", "localesDetails", "retentionDays"),
            "OmrJob", Set.of("autoRotate", "retention"));

    private Deviations() {}

    static boolean fromDocument(String method, int status, String pathAndQuery) {
        return anyOf(FROM_DOCUMENT, method, status, pathAndQuery);
    }

    static boolean fromTypes(String method, int status, String pathAndQuery) {
        return anyOf(FROM_TYPES, method, status, pathAndQuery);
    }

    private static boolean anyOf(List<Deviation> deviations, String method, int status, String pathAndQuery) {
        return deviations.stream()
                .anyMatch(d -> method.matches(d.method()) && d.status() == status && pathAndQuery.matches(d.path()));
    }
}
