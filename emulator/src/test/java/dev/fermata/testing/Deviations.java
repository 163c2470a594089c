package dev.fermata.testing;

import java.util.List;

/**
 * Where Fermata answers otherwise than Flat's OpenAPI document 2.24.0 says, on purpose; each with its reason. There are
 * no others: any other difference fails the test that meets it.
 *
 * <p>What 2.26.2 changed: {@code GET /billing/credits/history}, {@code DELETE /omr/jobs/{job}} and three operations of
 * assignments came, {@code FlatErrorResponse} got {@code providerMessage}; none of them is emulated yet.
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

    private static final List<Deviation> ALL = List.of(
            new Deviation(
                    "GET",
                    "/me\\?.*onlyId=true.*",
                    "the parameter is there to return the id alone, the schema requires more of a user"),
            new Deviation(
                    "GET",
                    "/scores/[^/]+/revisions/[^/]+/[^/]+\\?.*url=true.*",
                    "the parameter returns a JSON with the url in it, the schema knows only the file"),
            new Deviation(
                    "GET",
                    "/classes/[^/]+/assignments/[^/]+/submissions/(csv|excel)",
                    "not emulated, and said so in JSON; the schema declares errors in the format of the file"));

    private Deviations() {}

    static boolean allow(String method, String pathAndQuery) {
        return ALL.stream().anyMatch(d -> d.method().equals(method) && pathAndQuery.matches(d.path()));
    }
}
