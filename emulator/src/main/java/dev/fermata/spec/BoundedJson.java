package dev.fermata.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fermata.http.request.BadBody;
import dev.fermata.http.request.Body;
import java.io.IOException;
import java.io.InputStream;

/** The JSON that the control API reads, limited in depth and length; a name may occur only once in an object. */
public final class BoundedJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NUMBER = 100;
    private static final long MOST_TOKENS = 500_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BoundedJson() {}

    /**
     * Reads a body.
     *
     * @throws BadBody if it is empty, is not JSON, or exceeds a limit
     */
    public static JsonNode read(Body body) throws IOException {
        if (body.isEmpty()) {
            throw malformed("The request has no body");
        }
        try (InputStream in = body.open(0)) {
            return MAPPER.readTree(in);
        } catch (JsonProcessingException notJson) {
            throw malformed("The request is not valid JSON" + place(notJson) + ": " + notJson.getOriginalMessage());
        }
    }

    private static BadBody malformed(String message) {
        return new BadBody(BadBody.Kind.MALFORMED, message, "");
    }

    private static String place(JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
