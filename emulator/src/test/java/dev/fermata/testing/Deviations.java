package dev.fermata.testing;

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
     * @param method as GET
     * @param path a regular expression for the path below {@code /v2}, with its query
     * @param reason why
     */
    private record Deviation(String method, String path, String reason) {}

    private static final Deviation ONLY_ID = new Deviation(
            "GET",
            "/me\\?.*onlyId=true.*",
            "the parameter is there to return the id alone, the schema and the types require more of a user");

    private static final List<Deviation> FROM_DOCUMENT = List.of(
            ONLY_ID,
            new Deviation(
                    "GET",
                    "/scores/[^/]+/revisions/[^/]+/[^/]+\\?.*url=true.*",
                    "the parameter returns a JSON with the url in it, the schema knows only the file"),
            new Deviation(
                    "GET",
                    "/classes/[^/]+/assignments/[^/]+/submissions/(csv|excel)",
                    "not emulated, and said so in JSON; the schema declares errors in the format of the file"));

    private static final List<Deviation> FROM_TYPES = List.of(ONLY_ID);

    /** The fields that came with 2.26.2, by type: the document has nothing on them, the types judge what is in them. */
    static final Map<String, Set<String>> LATER_FIELDS = Map.of(
            "Assignment", Set.of("freeRecord"),
            "AssignmentCopyResponse", Set.of("freeRecord"),
            "ClassAssignment", Set.of("freeRecord"),
            "FlatErrorResponse", Set.of("providerMessage"),
            "OmrCapabilities", Set.of("acceptedExtensions", "localesDetails", "retentionDays"),
            "OmrJob", Set.of("autoRotate", "retention"));

    private Deviations() {}

    static boolean fromDocument(String method, String pathAndQuery) {
        return anyOf(FROM_DOCUMENT, method, pathAndQuery);
    }

    static boolean fromTypes(String method, String pathAndQuery) {
        return anyOf(FROM_TYPES, method, pathAndQuery);
    }

    private static boolean anyOf(List<Deviation> deviations, String method, String pathAndQuery) {
        return deviations.stream().anyMatch(d -> d.method().equals(method) && pathAndQuery.matches(d.path()));
    }
}
