package dev.fermata.testing.judge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of Flat's official SDK, as a judge of answers: it is of version 2.26.2, the document of 2.24.0. {@code
 * ./check} makes a JSON Schema of them, and the environment variable {@code FLAT_SDK_SCHEMA} says where it is.
 */
final class SdkTypes {
    /** The types name one answer for each operation, and this one has two; the SDK's user meets the second raw. */
    private static final Map<String, String> SECOND_ANSWERS = Map.of("POST /scores 202", "Task");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Optional<SdkTypes> AT_HAND =
            Optional.ofNullable(System.getenv("FLAT_SDK_SCHEMA")).map(Path::of).map(SdkTypes::load);

    private final JsonNode operations;
    private final JsonNode definitions;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private SdkTypes(JsonNode file) {
        this.operations = file.path("operations");
        this.definitions = file.path("$defs");
    }

    /** The types, where there are any. */
    static Optional<SdkTypes> atHand() {
        return AT_HAND;
    }

    /** All operations: {@code GET /me getAuthenticatedUser}. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        operations
                .properties()
                .forEach(operation -> all.add(operation.getKey() + " "
                        + operation.getValue().path("id").asText()));
        return all;
    }

    /** The types by their names. */
    JsonNode types() {
        return definitions;
    }

    /** What contradicts the types; empty when nothing does. The path is below {@code /v2}, without a query. */
    List<String> faultsOf(String method, String path, int status, String contentType, byte[] body) {
        if (Set.of("HEAD", "OPTIONS").contains(method) && body.length == 0) {
            return List.of(); // browsers and proxies ask so, no operation does
        }
        if (status >= 400) {
            return faultsOf(method + " " + path + " " + status, reference("FlatErrorResponse"), contentType, body);
        }
        Optional<String> operation = Templates.of(
                method + " " + path,
                operations.properties().stream().map(Map.Entry::getKey).toList());
        if (operation.isEmpty()) {
            return List.of(method + " " + path + " " + status + " answers an unknown operation");
        }
        String name = operation.get() + " " + status;
        if (status < 200 || status >= 300) {
            return List.of(name + " is neither a success nor an error");
        }
        if (SECOND_ANSWERS.containsKey(name)) {
            return faultsOf(name, reference(SECOND_ANSWERS.get(name)), contentType, body);
        }
        JsonNode declared = operations.path(operation.get());
        return switch (declared.path("answer").asText()) {
            case "nothing" -> body.length == 0 ? List.of() : List.of(name + " is to have no body");
            case "file" -> List.of();
            default -> faultsOf(name, declared.path("schema"), contentType, body);
        };
    }

    private List<String> faultsOf(String name, JsonNode schema, String contentType, byte[] body) {
        if (!contentType.replaceFirst(";.*", "").equals("application/json")) {
            return List.of(name + " is to be JSON, not " + contentType);
        }
        try {
            return schemas.computeIfAbsent(schema, this::compiled).validate(JSON.readTree(body)).stream()
                    .map(error -> name + ": " + error)
                    .toList();
        } catch (IOException e) {
            return List.of(name + " is no JSON: " + e.getMessage());
        }
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("$defs", definitions);
        return registry.getSchema(root);
    }

    private JsonNode reference(String type) {
        if (!definitions.has(type)) {
            throw new IllegalArgumentException("The SDK has no type " + type);
        }
        return JSON.createObjectNode().put("$ref", "#/$defs/" + type);
    }

    private static SdkTypes load(Path file) {
        try {
            return new SdkTypes(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("FLAT_SDK_SCHEMA leads to no types: " + file, e);
        }
    }
}
