package dev.fermata.job;

import java.util.List;
import java.util.Optional;

/**
 * What a client asks of a recognition.
 *
 * @param languages BCP 47 tags of the words on the pages, the main one first
 * @param turnPages whether pages that lie on their side are to be turned; absent where nobody said
 * @param review whether it waits for the client to look at what was recognized
 */
public record Wishes(List<String> languages, Optional<Boolean> turnPages, boolean review) {
    /** Nothing but the result. */
    public static final Wishes NONE = new Wishes(List.of(), Optional.empty(), false);

    public Wishes {
        languages = List.copyOf(languages);
    }
}
