package dev.fermata.testing.judge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Templates of paths: {@code /scores/{score}}. */
final class Templates {
    private Templates() {}

    /** The one that a path is made of; of several, the one that says most of it. */
    static Optional<String> of(String path, Collection<String> templates) {
        return templates.stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(template -> template.split("\\{", -1).length));
    }
}
