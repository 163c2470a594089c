package dev.fermata.http.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** JSON in and out: strict about types, tolerant of fields it does not know. */
public final class Json {
    /** A title or a name, never a file: those are {@link EmbeddedFile}s and not read as strings. */
    private static final int LONGEST_STRING = 1_000_000;

    private static final int DEEPEST_NESTING = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    static {
        // Absent as for every other type; Jackson would make a node of it.
        MAPPER.configOverride(JsonNode.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));
    }

    private Json() {}

    /**
     * Reads a body into a wire record.
     *
     * @throws BadBody if it is not JSON, is of another type, or is nested too deeply
     */
    public static <T> T read(Context ctx, Body body, Class<T> type) throws IOException {
        String contentType = ctx.header("Content-Type");
        if (contentType != null && !contentType.toLowerCase(Locale.ROOT).contains("json")) {
            throw new BadBody(BadBody.Kind.MALFORMED, "The Content-Type must be application/json");
        }
        if (body.isEmpty()) {
            throw new BadBody(BadBody.Kind.MALFORMED, "The request has no body");
        }
        try (InputStream in = body.open(0)) {
            T value = MAPPER.readerFor(type).withAttribute(Body.class, body).readValue(in);
            if (value == null) {
                throw new BadBody(BadBody.Kind.MALFORMED, "The request must be a JSON object");
            }
            return value;
        } catch (JsonMappingException wrongType) {
            throw new BadBody(BadBody.Kind.MALFORMED, reasonOf(wrongType), pathOf(wrongType));
        } catch (JsonProcessingException notJson) {
            throw new BadBody(BadBody.Kind.MALFORMED, "The request is not valid JSON");
        }
    }

    /** Writes a wire record; absent fields are left out. */
    public static byte[] write(Object wire) {
        try {
            return MAPPER.writeValueAsBytes(wire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reasonOf(JsonMappingException wrongType) {
        String path = pathOf(wrongType);
        return path.isEmpty() ? "The request is not a valid JSON object" : "The value of " + path + " is not valid";
    }

    private static String pathOf(JsonMappingException wrongType) {
        return wrongType.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
