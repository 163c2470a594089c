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

/** The fields of a JSON object. An invalid field throws {@link BadField}. A field that is null counts as absent. */
public final class Fields {
    private final JsonNode json;
    private final String path;
    private final Set<String> read = new HashSet<>();

    private Fields(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    /**
     * The fields of an object.
     *
     * @param path the object's own path; empty for the outermost object
     */
    public static Fields of(JsonNode json, String path) {
        if (!json.isObject()) {
            throw new BadField(path, (path.isEmpty() ? "this" : path) + " must be a JSON object");
        }
        return new Fields(json, path);
    }

    /** The value, which must be a JSON object. */
    public static JsonNode objectAt(JsonNode json, String path) {
        return of(json, path).json;
    }

    /** Rejects fields that have not been read until now. */
    public void requireNoOther() {
        requireOnly(read);
    }

    /** Rejects fields with other names. */
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

    /** The one of these fields that is present. */
    String onlyOneOf(String... names) {
        List<String> there = Stream.of(names).filter(json::hasNonNull).toList();
        if (there.size() != 1) {
            throw new BadField(path, path + " must have exactly one of " + String.join(", ", names));
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

    /** A whole number of up to 64 bits. */
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
                throw bad(name, nameOf(name) + " must be a duration like PT2S, was " + text);
            }
        });
    }

    /** A constant of an enum, in lower case, with hyphens or underscores. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name).orElse("");
        return Labels.find(type, text.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> bad(name, nameOf(name) + " must be one of " + Labels.all(type) + ", was '" + text + "'"));
    }

    /**
     * Runs a conversion of a field's value; an {@link IllegalArgumentException} becomes a {@link BadField} of this
     * field.
     */
    public <T> T checked(String name, Supplier<T> making) {
        try {
            return making.get();
        } catch (BadField known) {
            throw known;
        } catch (IllegalArgumentException outOfRange) {
            throw bad(name, located(name, String.valueOf(outOfRange.getMessage())));
        }
    }

    public BadField missing(String name) {
        return bad(name, nameOf(name) + " is missing");
    }

    /** The message, with the field's path instead of its name. */
    private String located(String name, String message) {
        if (message.startsWith(name + " ")) {
            return nameOf(name) + message.substring(name.length());
        }
        return nameOf(name) + (message.startsWith("must ") ? " " : ": ") + message;
    }

    public BadField bad(String name, String message) {
        return new BadField(nameOf(name), message);
    }

    private void require(boolean holds, String name, String what, JsonNode found) {
        if (!holds) {
            throw bad(name, nameOf(name) + " must be " + what + ", was " + found);
        }
    }

    private String nameOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
