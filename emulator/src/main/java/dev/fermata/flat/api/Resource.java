package dev.fermata.flat.api;

/** What a path is about, in the words of the vendor's 403. */
final class Resource {
    private Resource() {}

    /** The resource at a path: {@code this score} at {@code /v2/scores/ID/revisions}. */
    static String at(String path) {
        if (path.contains("/collections")) {
            return "this collection";
        }
        if (path.contains("/omr/jobs")) {
            return "this OMR job";
        }
        if (path.contains("/tasks/")) {
            return "this task";
        }
        if (path.contains("/scores")) {
            return "this score";
        }
        return path.endsWith("/me") || path.contains("/billing/") ? "this account" : "this resource";
    }
}
