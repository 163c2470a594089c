package dev.fermata.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that has come, as far as a scenario may know it.
 *
 * @param name what its client calls it; empty where it says nothing
 * @param sha256 its hash
 * @param pages how many it has
 * @param marks the texts in it in which a scenario may be named, as the keywords of a PDF
 */
public record ReceivedDocument(String name, String sha256, int pages, String marks) {
    /** What comes before the name of a scenario in a document that asks for it. */
    public static final String MARKER = "fermata-scenario-";

    private static final Pattern MARKED = Pattern.compile(MARKER + "([a-z0-9][a-z0-9-]*)");

    /**
     * The scenario that it asks for by itself, as a test card number does: {@code fermata-scenario-NAME} in its name or,
     * failing that, inside.
     */
    Optional<String> named() {
        return find(name).or(() -> find(marks));
    }

    private static Optional<String> find(String text) {
        Matcher marker = MARKED.matcher(text);
        return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
    }
}
