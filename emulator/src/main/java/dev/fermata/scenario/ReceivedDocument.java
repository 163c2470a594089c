package dev.fermata.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a received document that scenarios can use.
 *
 * @param name the file name from the client; empty if unknown
 * @param sha256 the hash, 64 hex digits
 * @param pages the number of pages
 * @param marks the texts in the document that may name a scenario, such as the keywords of a PDF
 */
public record ReceivedDocument(String name, String sha256, int pages, String marks) {
    /** The prefix of a scenario's name in a document that asks for it. */
    public static final String MARKER = "fermata-scenario-";

    private static final Pattern MARKED = Pattern.compile(MARKER + "([a-z0-9][a-z0-9-]*)");

    /**
     * The scenario that the document asks for, like a test card number: {@code fermata-scenario-NAME} in its file name
     * or, if not there, inside the document.
     */
    Optional<String> named() {
        return find(name).or(() -> find(marks));
    }

    private static Optional<String> find(String text) {
        Matcher marker = MARKED.matcher(text);
        return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
    }
}
