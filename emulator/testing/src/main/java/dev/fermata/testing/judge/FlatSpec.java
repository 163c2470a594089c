package dev.fermata.testing.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Flat's published OpenAPI document, as a judge of answers. It is not part of this project: the environment variable
 * {@code FLAT_OPENAPI} says where it is.
 *
 * <p>Stricter than the document: a field that it does not declare is a fault too, as most misspellings are.
 */
final class FlatSpec {
    private static final Optional<FlatSpec> AT_HAND =
            Optional.ofNullable(System.getenv("FLAT_OPENAPI")).map(Path::of).map(FlatSpec::load);

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode document;
    private final JsonNode paths;
    private final ObjectNode components;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private FlatSpec(JsonNode document) {
        this.document = document;
        this.paths = document.path("paths");
        this.components = json.createObjectNode();
        ObjectNode strict = components.putObject("schemas");
        JsonNode types = document.path("components").path("schemas");
        Deviations.LATER_FIELDS.forEach((type, fields) -> fields.forEach(field ->
                ((ObjectNode) types.path(type)).withObjectProperty("properties").putObject(field)));
        types.properties().forEach(schema -> strict.set(schema.getKey(), strict(document, schema.getValue())));
    }

    /** The document, where there is one. */
    static Optional<FlatSpec> atHand() {
        return AT_HAND;
    }

    /** All operations: {@code GET /me}. */
    Set<String> operations() {
        Set<String> operations = new LinkedHashSet<>();
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    if (Set.of("get", "post", "put", "delete", "patch").contains(name)) {
                        operations.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** The types by their names, made strict. */
    JsonNode types() {
        return components.path("schemas");
    }

    /** The statuses that are declared for an operation, apart from what its default stands for. */
    Set<Integer> outcomesOf(String method, String template) {
        Set<Integer> statuses = new LinkedHashSet<>();
        paths.path(template).path(lower(method)).path("responses").fieldNames().forEachRemaining(status -> {
            if (!status.equals("default")) {
                statuses.add(Integer.valueOf(status));
            }
        });
        return statuses;
    }

    /** What in a request contradicts the document. The body is JSON, or empty. */
    List<String> faultsInRequest(String method, String path, Set<String> query, byte[] body) {
        Optional<String> template = templateOf(path, method);
        if (template.isEmpty()) {
            return List.of();
        }
        JsonNode item = paths.path(template.get());
        JsonNode operation = item.path(lower(method));
        String name = method + " " + template.get();
        Set<String> declared = new LinkedHashSet<>();
        List.of(item, operation)
                .forEach(holder -> holder.path("parameters")
                        .forEach(parameter -> declared.add(
                                resolve(document, parameter).path("name").asText())));
        List<String> faults = new ArrayList<>();
        query.stream()
                .filter(parameter -> !declared.contains(parameter))
                .forEach(parameter -> faults.add(name + " declares no parameter " + parameter));
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (body.length > 0 && schema.isMissingNode()) {
            faults.add(name + " declares no body of JSON");
        } else if (body.length > 0) {
            schemaFor(name + " request", schema)
                    .validate(parse(body))
                    .forEach(error -> faults.add(name + " request: " + error));
        }
        return faults;
    }

    /** The fields that the JSON body of an operation may leave out. */
    List<String> optionalFields(String method, String template) {
        JsonNode schema = paths.path(template).path(lower(method)).at("/requestBody/content/application~1json/schema");
        Set<String> fields = new LinkedHashSet<>();
        collectOptional(schema, false, fields);
        return List.copyOf(fields);
    }

    /** Of several kinds of body each may leave out what only another kind requires. */
    private void collectOptional(JsonNode reference, boolean isOneOfSeveral, Set<String> fields) {
        JsonNode schema = resolve(document, reference);
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (isOneOfSeveral || !required.contains(name)) {
                fields.add(name);
            }
        });
        schema.path("allOf").forEach(part -> collectOptional(part, isOneOfSeveral, fields));
        schema.path("oneOf").forEach(part -> collectOptional(part, true, fields));
        schema.path("anyOf").forEach(part -> collectOptional(part, true, fields));
    }

    /** What contradicts the document; empty when nothing does. The path is below {@code /v2}, without a query. */
    List<String> faultsOf(String method, String path, int status, String contentType, byte[] body) {
        Optional<String> template = templateOf(path, method);
        if (template.isEmpty()) {
            return List.of();
        }
        JsonNode responses = paths.path(template.get()).path(lower(method)).path("responses");
        JsonNode response = responses.has("" + status) ? responses.path("" + status) : responses.path("default");
        JsonNode content = response.path("content");
        String mediaType = contentType.replaceFirst(";.*", "");
        String name = method + " " + template.get() + " " + status;
        if (content.isMissingNode()) {
            return body.length == 0 ? List.of() : List.of(name + " declares no content");
        }
        if (!content.has(mediaType)) {
            return List.of(name + " does not declare " + mediaType);
        }
        JsonNode schema = content.path(mediaType).path("schema");
        boolean isFile = schema.path("format").asText().equals("binary");
        if (isFile || !mediaType.equals("application/json")) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (Error error : schemaFor(name, schema).validate(parse(body))) {
            faults.add(name + ": " + error);
        }
        return faults;
    }

    private Schema schemaFor(String name, JsonNode schema) {
        return schemas.computeIfAbsent(name, unused -> {
            ObjectNode root = schema.deepCopy();
            root.set("components", components);
            return registry.getSchema(root);
        });
    }

    private Optional<String> templateOf(String path, String method) {
        return Templates.of(
                path,
                paths.properties().stream()
                        .filter(entry -> entry.getValue().has(lower(method)))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema with its allOf of objects made one object that allows only what it declares. */
    private JsonNode strict(JsonNode document, JsonNode schema) {
        if (schema.isArray()) {
            var copy = json.createArrayNode();
            schema.forEach(element -> copy.add(strict(document, element)));
            return copy;
        }
        if (!schema.isObject() || schema.has("$ref")) {
            return schema; // what a reference leads to is made strict where it stands
        }
        ObjectNode copy = json.createObjectNode();
        schema.properties().forEach(field -> copy.set(field.getKey(), strict(document, field.getValue())));
        Map<String, JsonNode> declared = new TreeMap<>();
        Set<String> required = new LinkedHashSet<>();
        gather(document, schema, declared, required);
        if (!declared.isEmpty() && !schema.has("additionalProperties")) {
            copy.remove("allOf");
            ObjectNode properties = copy.putObject("properties");
            declared.forEach((name, value) -> properties.set(name, strict(document, value)));
            if (!required.isEmpty()) {
                var names = copy.putArray("required");
                required.forEach(names::add);
            }
            copy.put("type", "object").put("additionalProperties", false);
        }
        return copy;
    }

    private static void gather(
            JsonNode document, JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
        JsonNode resolved = resolve(document, schema);
        resolved.path("allOf").forEach(part -> gather(document, part, properties, required));
        // A property may be called properties, so only a schema that says it is an object is read as one.
        if (resolved.path("properties").isObject()
                && !resolved.path("properties").has("$ref")) {
            resolved.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
            resolved.path("required").forEach(name -> required.add(name.asText()));
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private static FlatSpec load(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new FlatSpec(new ObjectMapper(YAMLFactory.builder()
                            .loaderOptions(largeDocuments())
                            .build())
                    .readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("FLAT_OPENAPI leads to no document: " + file, e);
        }
    }

    private static LoaderOptions largeDocuments() {
        var options = new LoaderOptions();
        options.setCodePointLimit(16 << 20);
        return options;
    }
}
