package dev.fermata.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the engine's constants in the JSON of the control API. */
public final class Labels {
    private Labels() {}

    /** In lower case, with hyphens, as in {@code no-music}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this label; underscores count as hyphens. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String label) {
        String hyphened = label.replace('_', '-');
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(hyphened))
                .findFirst();
    }

    /** All labels of a type, as in {@code queued, reading, done}. */
    public static String all(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants()).map(Labels::of).collect(Collectors.joining(", "));
    }
}
