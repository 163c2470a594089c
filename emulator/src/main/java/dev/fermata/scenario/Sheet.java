package dev.fermata.scenario;

import dev.fermata.document.Document;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which documents are meant.
 *
 * @param name what they are called, {@code *} for any characters; upper or lower case
 * @param sha256 their hash, 64 hex digits
 * @param fewestPages how many pages they have at least, 1 or more
 * @param mostPages how many pages they have at most
 */
public record Sheet(Optional<String> name, Optional<String> sha256, int fewestPages, int mostPages) {
    /** Throws {@link IllegalArgumentException} for a value out of its range. */
    public Sheet {
        if (sha256.filter(hash -> !Document.isHash(hash)).isPresent()) {
            throw new IllegalArgumentException("a hash is 64 hex digits, not " + sha256.get());
        }
        if (fewestPages < 1 || mostPages < fewestPages) {
            throw new IllegalArgumentException(
                    "a document has from 1 page on, and not from " + fewestPages + " to " + mostPages);
        }
    }

    /** Those called so. */
    public static Sheet named(String name) {
        return new Sheet(Optional.of(name), Optional.empty(), 1, Integer.MAX_VALUE);
    }

    /** Those with this hash. */
    public static Sheet hashed(String sha256) {
        return new Sheet(Optional.empty(), Optional.of(sha256), 1, Integer.MAX_VALUE);
    }

    /** Those with so many pages. */
    public static Sheet pages(int fewest, int most) {
        return new Sheet(Optional.empty(), Optional.empty(), fewest, most);
    }

    boolean matches(Arrival document) {
        return name.map(Sheet::pattern)
                        .map(p -> p.matcher(document.name()).matches())
                        .orElse(true)
                && sha256.map(document.sha256()::equalsIgnoreCase).orElse(true)
                && document.pages() >= fewestPages
                && document.pages() <= mostPages;
    }

    private static Pattern pattern(String name) {
        String[] between = name.split("\\*", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(between[0]));
        for (int i = 1; i < between.length; i++) {
            regex.append(".*").append(Pattern.quote(between[i]));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
