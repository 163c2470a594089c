package dev.fermata.testing.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document of the control API, as a judge of its answers. */
public final class ControlSpec {
    private static final String RESOURCE = "/dev/fermata/control/openapi.json";
    private static final ControlSpec THE_ONE = new ControlSpec();

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ControlSpec() {
        try (InputStream in = Objects.requireNonNull(ControlSpec.class.getResourceAsStream(RESOURCE))) {
            document = json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document, read once. */
    public static ControlSpec load() {
        return THE_ONE;
    }

    /** All operations: {@code GET /_fermata/health}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** What contradicts the document; empty when nothing does, or the path is none of the document's. */
    public List<String> faultsOf(String method, String path, int status, String contentType, byte[] body) {
        JsonNode paths = document.path("paths");
        List<String> templates = new ArrayList<>();
        paths.fieldNames().forEachRemaining(templates::add);
        Optional<String> template = Templates.of(path.replaceFirst("[?].*", ""), templates)
                .filter(found -> paths.path(found).has(lower(method)));
        if (template.isEmpty()) {
            return List.of();
        }
        String name = method + " " + template.get() + " " + status;
        JsonNode response = resolved(
                paths.path(template.get()).path(lower(method)).path("responses").path("" + status));
        if (response.isMissingNode()) {
            return List.of(name + " is not declared");
        }
        if (!response.has("content")) {
            return body.length == 0 ? List.of() : List.of(name + " declares no content");
        }
        JsonNode schema = response.path("content").path(contentType).path("schema");
        return schema.isMissingNode()
                ? List.of(name + " does not declare " + contentType)
                : schemaFor(name, schema).validate(parse(body)).stream()
                        .map(Error::toString)
                        .map(fault -> name + ": " + fault)
                        .toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Schema schemaFor(String name, JsonNode schema) {
        return schemas.computeIfAbsent(name, unused -> {
            ObjectNode root = schema.deepCopy();
            // Where the references of OpenAPI lead to, spelled as JSON Schema knows it.
            root.set("$defs", document.path("components").path("schemas"));
            return registry.getSchema(relocated(root));
        });
    }

    private JsonNode relocated(JsonNode schema) {
        try {
            return json.readTree(schema.toString().replace("#/components/schemas/", "#/$defs/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
