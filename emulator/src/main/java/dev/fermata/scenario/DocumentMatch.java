package dev.fermata.scenario;

import dev.fermata.document.Document;
import java.util.Optional;

/**
 * Which documents are meant.
 *
 * @param name a pattern of their names, at most 256 characters: {@code *} for any characters; upper or lower case
 * @param sha256 their hash, 64 hex digits
 * @param fewestPages how many pages they have at least, 1 or more
 * @param mostPages how many pages they have at most
 */
public record DocumentMatch(Optional<String> name, Optional<String> sha256, int fewestPages, int mostPages) {
    /** Throws {@link IllegalArgumentException} for a value out of its range. */
    public DocumentMatch {
        name.ifPresent(NamePattern::require);
        if (sha256.filter(hash -> !Document.isHash(hash)).isPresent()) {
            throw new IllegalArgumentException("a hash is 64 hex digits, not " + sha256.get());
        }
        if (fewestPages < 1 || mostPages < fewestPages) {
            throw new IllegalArgumentException(
                    "a document has from 1 page on, and not from " + fewestPages + " to " + mostPages);
        }
    }

    /** Those called so. */
    public static DocumentMatch named(String name) {
        return new DocumentMatch(Optional.of(name), Optional.empty(), 1, Integer.MAX_VALUE);
    }

    /** Those with this hash. */
    public static DocumentMatch hashed(String sha256) {
        return new DocumentMatch(Optional.empty(), Optional.of(sha256), 1, Integer.MAX_VALUE);
    }

    /** Those with so many pages. */
    public static DocumentMatch pages(int fewest, int most) {
        return new DocumentMatch(Optional.empty(), Optional.empty(), fewest, most);
    }

    boolean matches(ReceivedDocument document) {
        return name.map(pattern -> NamePattern.matches(pattern, document.name()))
                        .orElse(true)
                && sha256.map(document.sha256()::equalsIgnoreCase).orElse(true)
                && document.pages() >= fewestPages
                && document.pages() <= mostPages;
    }
}
