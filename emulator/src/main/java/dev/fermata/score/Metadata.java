package dev.fermata.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What its owner says of a score, beyond its title. Immutable.
 *
 * @param texts what was said of each; nothing of those that are not there
 * @param tags words to find it by
 */
public record Metadata(Map<Field, String> texts, List<String> tags) {
    /** What can be said in a text. */
    public enum Field {
        SUBTITLE,
        COMPOSER,
        LYRICIST,
        ARRANGER,
        DESCRIPTION,
        CREATION_TYPE,
        LICENSE,
        LICENSE_TEXT
    }

    /** Nothing was said. */
    public static final Metadata NONE = new Metadata(Map.of(), List.of());

    public Metadata {
        texts = Map.copyOf(texts);
        tags = List.copyOf(tags);
    }

    /** What was said of one field. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** The same with another text for a field, or none. */
    public Metadata with(Field field, Optional<String> text) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(texts);
        changed.remove(field);
        text.ifPresent(value -> changed.put(field, value));
        return new Metadata(changed, tags);
    }

    /** The same with other tags. */
    public Metadata withTags(List<String> others) {
        return new Metadata(texts, others);
    }
}
