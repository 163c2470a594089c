package dev.fermata.testing.judge;

import java.util.List;

/** The fields of requests, as Flat's OpenAPI document declares them; none where the document is not at hand. */
public final class RequestFields {
    private RequestFields() {}

    /** The fields that a request may leave out, of an operation with a JSON body. */
    public static List<String> optional(String method, String template) {
        return FlatSpec.atHand()
                .map(spec -> spec.optionalFields(method, template))
                .orElse(List.of());
    }
}
