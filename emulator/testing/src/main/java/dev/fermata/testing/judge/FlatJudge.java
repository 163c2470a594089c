package dev.fermata.testing.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges any answer of Flat's, by all that is known of it. */
public final class FlatJudge {
    private FlatJudge() {}

    /**
     * What is wrong with an answer: headers that come with every one are missing, or it contradicts the document or the
     * types of the SDK, where they are at hand, without being one of the named deviations, or it is a score of Fermata's
     * that is not valid.
     *
     * @param path below {@code /v2}, with its query
     * @param header reads a header
     */
    public static List<String> judge(
            String method, String path, int status, Function<String, Optional<String>> header, byte[] body) {
        List<String> faults = new ArrayList<>();
        for (String name : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Date")) {
            if (header.apply(name).isEmpty()) {
                faults.add(method + " " + path + " is answered without " + name);
            }
        }
        String contentType = header.apply("Content-Type").orElse("");
        String bare = path.replaceFirst("\\?.*", "");
        if (!Deviations.fromDocument(method, status, path)) {
            FlatSpec.atHand()
                    .ifPresent(spec -> spec.faultsOf(method, bare, status, contentType, body)
                            .forEach(fault -> faults.add("document: " + fault)));
        }
        if (!Deviations.fromTypes(method, status, path)) {
            SdkTypes.atHand()
                    .ifPresent(types -> types.faultsOf(method, bare, status, contentType, body)
                            .forEach(fault -> faults.add("SDK: " + fault)));
        }
        WrittenMusicXml.faultOf(body).ifPresent(fault -> faults.add("MusicXML: " + fault));
        return faults;
    }

    /**
     * What is wrong with a request by the document, where it is at hand and knows the operation: a parameter that it does
     * not declare, or a body.
     *
     * @param path below {@code /v2}, without its query
     * @param query the names of the parameters in the query
     * @param body JSON, or empty
     */
    public static List<String> judgeRequest(String method, String path, Set<String> query, byte[] body) {
        return FlatSpec.atHand()
                .map(spec -> spec.faultsInRequest(method, path, query, body))
                .orElse(List.of());
    }

    /**
     * The statuses that the document declares for an operation by name; none where it is not at hand.
     *
     * @param template the path below {@code /v2}, with parameters in braces
     */
    public static Set<Integer> outcomesOf(String method, String template) {
        return FlatSpec.atHand().map(spec -> spec.outcomesOf(method, template)).orElse(Set.of());
    }
}
