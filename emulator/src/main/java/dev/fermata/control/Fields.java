package dev.fermata.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a JSON object; whatever is wrong with one is an IllegalArgumentException that names it. */
final class Fields {
    private final JsonNode json;
    private final String path;

    private Fields(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    /**
     * Those of an object.
     *
     * @param path what it is called itself; empty for the outermost
     * @param known the fields it may have; any when empty
     */
    static Fields of(JsonNode json, String path, Set<String> known) {
        if (!json.isObject()) {
            throw new IllegalArgumentException((path.isEmpty() ? "a scenario" : path) + " is a JSON object");
        }
        Fields fields = new Fields(json, path);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.isEmpty() && !known.contains(name)) {
                throw new IllegalArgumentException("there is no field " + fields.nameOf(name));
            }
        });
        return fields;
    }

    /** The one of these fields that is there. */
    String onlyOneOf(String... names) {
        List<String> there = Stream.of(names).filter(json::has).toList();
        if (there.size() != 1) {
            throw new IllegalArgumentException(path + " has exactly one of " + String.join(", ", names));
        }
        return there.get(0);
    }

    Optional<JsonNode> at(String name) {
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }

    Optional<String> text(String name) {
        return at(name).map(node -> {
            require(node.isTextual(), name, "a text", node);
            return node.textValue();
        });
    }

    OptionalInt number(String name) {
        return at(name).map(node -> {
                    require(node.isInt(), name, "a whole number", node);
                    return OptionalInt.of(node.intValue());
                })
                .orElseGet(OptionalInt::empty);
    }

    int required(String name) {
        return number(name).orElseThrow(() -> new IllegalArgumentException(nameOf(name) + " is missing"));
    }

    OptionalDouble decimal(String name) {
        return at(name).map(node -> {
                    require(node.isNumber(), name, "a number", node);
                    return OptionalDouble.of(node.doubleValue());
                })
                .orElseGet(OptionalDouble::empty);
    }

    /** An ISO-8601 duration. */
    Optional<Duration> duration(String name) {
        return text(name).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeException none) {
                throw new IllegalArgumentException(nameOf(name) + " is a duration like PT2S, not " + text);
            }
        });
    }

    /** One of an enum, in lower case, with hyphens or underscores. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name).orElse("");
        String constant = text.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(nameOf(name) + " is one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Fields::label)
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void require(boolean holds, String name, String what, JsonNode found) {
        if (!holds) {
            throw new IllegalArgumentException(nameOf(name) + " is " + what + ", not " + found);
        }
    }

    private String nameOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
