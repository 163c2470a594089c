package dev.fermata.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The fields of a JSON object; whatever is wrong with one is a {@link BadField}. One that is null is not there. */
public final class Fields {
    private final JsonNode json;
    private final String path;
    private final Set<String> read = new HashSet<>();

    private Fields(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    /**
     * Those of an object.
     *
     * @param path what it is called itself; empty for the outermost
     */
    public static Fields of(JsonNode json, String path) {
        if (!json.isObject()) {
            throw new BadField(path, (path.isEmpty() ? "this" : path) + " must be a JSON object, and it is none");
        }
        return new Fields(json, path);
    }

    /** A JSON object, which it must be. */
    public static JsonNode objectAt(JsonNode json, String path) {
        return of(json, path).json;
    }

    /** Refuses fields that have not been read until now. */
    public void requireNoOther() {
        requireOnly(read);
    }

    /** Refuses fields of other names. */
    public void requireOnly(String... known) {
        requireOnly(Set.of(known));
    }

    private void requireOnly(Set<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw bad(name, "Unknown field " + nameOf(name) + Nearest.hint(name, known));
            }
        });
    }

    /** The one of these fields that is there. */
    String onlyOneOf(String... names) {
        List<String> there = Stream.of(names).filter(json::hasNonNull).toList();
        if (there.size() != 1) {
            throw new BadField(path, path + " has exactly one of " + String.join(", ", names));
        }
        return there.get(0);
    }

    public Optional<JsonNode> at(String name) {
        read.add(name);
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }

    public Optional<String> text(String name) {
        return at(name).map(node -> {
            require(node.isTextual(), name, "a text", node);
            return node.textValue();
        });
    }

    public OptionalInt number(String name) {
        return at(name).map(node -> {
                    require(node.isInt(), name, "a whole number", node);
                    return OptionalInt.of(node.intValue());
                })
                .orElseGet(OptionalInt::empty);
    }

    int required(String name) {
        return number(name).orElseThrow(() -> missing(name));
    }

    /** A whole number that may be a large one. */
    public Optional<Long> large(String name) {
        return at(name).map(node -> {
            require(node.isIntegralNumber() && node.canConvertToLong(), name, "a whole number", node);
            return node.longValue();
        });
    }

    public OptionalDouble decimal(String name) {
        return at(name).map(node -> {
                    require(node.isNumber(), name, "a number", node);
                    return OptionalDouble.of(node.doubleValue());
                })
                .orElseGet(OptionalDouble::empty);
    }

    /** An ISO-8601 duration. */
    public Optional<Duration> duration(String name) {
        return text(name).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeException none) {
                throw bad(name, nameOf(name) + " is a duration like PT2S, not " + text);
            }
        });
    }

    /** One of an enum, in lower case, with hyphens or underscores. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name).orElse("");
        return Labels.find(type, text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> bad(name, nameOf(name) + " is one of " + Labels.all(type) + ", not '" + text + "'"));
    }

    /** Makes something of a field; if that refuses the value, the field is at fault. */
    public <T> T checked(String name, Supplier<T> making) {
        try {
            return making.get();
        } catch (BadField known) {
            throw known;
        } catch (IllegalArgumentException outOfRange) {
            throw bad(name, nameOf(name) + ": " + outOfRange.getMessage());
        }
    }

    public BadField missing(String name) {
        return bad(name, nameOf(name) + " is missing");
    }

    public BadField bad(String name, String message) {
        return new BadField(nameOf(name), message);
    }

    private void require(boolean holds, String name, String what, JsonNode found) {
        if (!holds) {
            throw bad(name, nameOf(name) + " is " + what + ", not " + found);
        }
    }

    private String nameOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
