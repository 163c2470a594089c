package dev.fermata.score.content;

import dev.fermata.document.facts.Excerpt;
import java.util.List;
import java.util.Optional;

/** Which title a score gets. */
public final class Titles {
    /** What a score is called when nothing else is known of it. */
    public static final String DEFAULT = "New Music Score";

    private Titles() {}

    /** The first of these that is there, trimmed to a reasonable length; {@link #DEFAULT} when none is. */
    public static String choose(List<Optional<String>> candidates) {
        return candidates.stream()
                .flatMap(Optional::stream)
                .map(title -> title.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .map(title -> Excerpt.of(title, Excerpt.TITLE))
                .orElse(DEFAULT);
    }

    /** The title that a file's name gives: without its folders and its extension. */
    public static Optional<String> ofFile(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return Optional.of(dot > 0 ? name.substring(0, dot) : name);
    }
}
