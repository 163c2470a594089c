package dev.fermata.scenario;

import dev.fermata.document.Document;
import java.util.Optional;

/**
 * A condition on documents.
 *
 * @param name a pattern for the file name, at most 256 characters; {@code *} matches any characters, case does not
 * matter
 * @param sha256 the hash of the document, 64 hex digits
 * @param fewestPages the minimum number of pages, at least 1
 * @param mostPages the maximum number of pages
 */
public record DocumentMatch(Optional<String> name, Optional<String> sha256, int fewestPages, int mostPages) {
    /** Throws {@link IllegalArgumentException} for a value out of range. */
    public DocumentMatch {
        name.ifPresent(NamePattern::require);
        if (sha256.filter(hash -> !Document.isHash(hash)).isPresent()) {
            throw new IllegalArgumentException("sha256 must be 64 hex digits, was " + sha256.get());
        }
        if (fewestPages < 1 || mostPages < fewestPages) {
            throw new IllegalArgumentException(
                    "pages must be a range that begins at 1 or above, was " + fewestPages + " to " + mostPages);
        }
    }

    /** Documents with this file name. */
    public static DocumentMatch named(String name) {
        return new DocumentMatch(Optional.of(name), Optional.empty(), 1, Integer.MAX_VALUE);
    }

    /** Documents with this hash. */
    public static DocumentMatch hashed(String sha256) {
        return new DocumentMatch(Optional.empty(), Optional.of(sha256), 1, Integer.MAX_VALUE);
    }

    /** Documents with a number of pages in this range. */
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
