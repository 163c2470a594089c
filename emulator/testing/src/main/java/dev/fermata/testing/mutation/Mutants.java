package dev.fermata.testing.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changed copies of a JSON document, each with one change: a value out of its range or of another type, a field or an
 * element removed, doubled or swapped. Of values in places that look alike, the first two are changed.
 */
public final class Mutants {
    /**
     * One of them.
     *
     * @param place the path of what was changed, as {@code world.flat.jobs.3.number}
     * @param change what was done to it
     */
    public record Mutant(String place, String change, JsonNode document) {
        @Override
        public String toString() {
            return place + " " + change;
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ALIKE = 2;

    private static final List<String> DATES = List.of(
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00Z",
            "2999-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999Z",
            "+10000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z");

    private static final List<String> DURATIONS =
            List.of("PT0S", "PT-1S", "PT87601H", "PT8760000H", "PT9223372036854775807S", "PT-9223372036854775808S");

    private final JsonNode original;
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Map<String, Set<JsonNode>> valuesAt = new LinkedHashMap<>();
    private final List<Supplier<Mutant>> changes = new ArrayList<>();

    private Mutants(JsonNode original) {
        this.original = original;
    }

    /** All of a document, in the order of its fields; made when they are asked for. */
    public static List<Supplier<Mutant>> of(JsonNode original) {
        Mutants mutants = new Mutants(original);
        mutants.collect(original, "");
        mutants.walk(original, List.of(), "");
        return mutants.changes;
    }

    private void collect(JsonNode node, String shape) {
        if (node.isValueNode()) {
            valuesAt.computeIfAbsent(shape, unused -> new LinkedHashSet<>()).add(node);
        }
        node.properties().forEach(field -> collect(field.getValue(), shape + "." + keyOf(field.getKey())));
        if (node.isArray()) {
            node.forEach(item -> collect(item, shape + ".*"));
        }
    }

    private void walk(JsonNode node, List<String> path, String shape) {
        if (!path.isEmpty()) {
            int alike = seen.merge(shape + node.getNodeType(), 1, Integer::sum);
            if (alike <= ALIKE) {
                change(node, path, shape);
            } else {
                return;
            }
        }
        node.properties()
                .forEach(field ->
                        walk(field.getValue(), with(path, field.getKey()), shape + "." + keyOf(field.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), with(path, "" + i), shape + ".*");
        }
    }

    private void change(JsonNode node, List<String> path, String shape) {
        remove(path);
        set(path, "null", JSON.nullNode());
        set(path, "an object", JSON.objectNode());
        set(path, "an array", JSON.arrayNode());
        if (node.isNumber()) {
            for (Number number :
                    List.of(-1, 0, 1, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE, 0.5, 1e300)) {
                set(path, "" + number, number(number));
            }
            for (String extreme : List.of("1E+999999999", "1E-999999999")) {
                set(path, extreme, JSON.numberNode(new BigDecimal(extreme)));
            }
            set(path, "a text", JSON.textNode("many"));
        } else if (node.isTextual()) {
            texts(node.asText())
                    .forEach(text -> set(path, "'" + (text.length() > 80 ? "long" : text) + "'", JSON.textNode(text)));
            set(path, "7", JSON.numberNode(7));
        } else if (node.isBoolean()) {
            set(path, "its opposite", JSON.booleanNode(!node.asBoolean()));
            set(path, "a text", JSON.textNode("perhaps"));
        } else if (node.isArray() && !node.isEmpty()) {
            edit(
                    path,
                    "with an element twice",
                    array -> ((ArrayNode) array).add(array.get(0).deepCopy()));
            edit(path, "without its last element", array -> ((ArrayNode) array).remove(array.size() - 1));
            edit(path, "turned round", array -> {
                List<JsonNode> items = new ArrayList<>();
                array.forEach(items::add);
                ((ArrayNode) array).removeAll();
                items.forEach(item -> ((ArrayNode) array).insert(0, item));
            });
            edit(path, "with a null", array -> ((ArrayNode) array).addNull());
        } else if (node.isObject()) {
            edit(path, "with an unknown field", object -> ((ObjectNode) object).put("another", 1));
        }
        if (node.isValueNode()) {
            valuesAt.getOrDefault(shape, Set.of()).stream()
                    .filter(other -> !other.equals(node))
                    .limit(2)
                    .forEach(other -> set(path, "the value of another, " + other, other));
        }
    }

    private static JsonNode number(Number number) {
        return number instanceof Double ? JSON.numberNode(number.doubleValue()) : JSON.numberNode(number.longValue());
    }

    private static List<String> texts(String text) {
        List<String> others = new ArrayList<>(List.of("", "\u0000", "x".repeat(200_000), text + "x"));
        if (text.matches("[+-]?\\d{4,10}-\\d\\d-\\d\\dT.*")) {
            others.addAll(DATES);
        }
        if (text.matches("-?PT?[-0-9].*")) {
            others.addAll(DURATIONS);
        }
        if (text.matches("[0-9a-f]{24}|[0-9a-f]{64}")) {
            others.add("0".repeat(text.length()));
            others.add("../" + text.substring(3));
        }
        return others;
    }

    private void remove(List<String> path) {
        changes.add(() -> {
            JsonNode copy = original.deepCopy();
            JsonNode parent = at(copy, path.subList(0, path.size() - 1));
            String last = path.get(path.size() - 1);
            if (parent.isArray()) {
                ((ArrayNode) parent).remove(Integer.parseInt(last));
            } else {
                ((ObjectNode) parent).remove(last);
            }
            return new Mutant(String.join(".", path), "removed", copy);
        });
    }

    private void set(List<String> path, String change, JsonNode value) {
        changes.add(() -> {
            JsonNode copy = original.deepCopy();
            JsonNode parent = at(copy, path.subList(0, path.size() - 1));
            String last = path.get(path.size() - 1);
            if (parent.isArray()) {
                ((ArrayNode) parent).set(Integer.parseInt(last), value);
            } else {
                ((ObjectNode) parent).set(last, value);
            }
            return new Mutant(String.join(".", path), "= " + change, copy);
        });
    }

    private void edit(List<String> path, String change, Consumer<JsonNode> edit) {
        changes.add(() -> {
            JsonNode copy = original.deepCopy();
            edit.accept(at(copy, path));
            return new Mutant(String.join(".", path), change, copy);
        });
    }

    private static JsonNode at(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String step : path) {
            node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
        }
        return node;
    }

    /** The keys of a map are alike: ids, hashes, names of limits. */
    private static String keyOf(String field) {
        return field.matches("[0-9a-f]{24}|[0-9a-f]{64}|api_.*|\\d+|.*[.].*") ? "*" : field;
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
