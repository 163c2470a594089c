package dev.fermata.job.order;

import java.util.List;
import java.util.Optional;

/**
 * What a client asks of a recognition.
 *
 * @param languages BCP 47 tags of the words on the pages, the main one first
 * @param turnPages whether pages that lie on their side are to be turned; absent where nobody said
 * @param review whether it waits for the client to look at what was recognized
 * @param scenario which scenario it asks for by name
 */
public record Wishes(List<String> languages, Optional<Boolean> turnPages, boolean review, Optional<String> scenario) {
    /** Nothing but the result. */
    public static final Wishes NONE = new Wishes(List.of(), Optional.empty(), false, Optional.empty());

    public Wishes {
        languages = List.copyOf(languages);
    }

    /** Nothing but the result, and a scenario if one is named. */
    public static Wishes in(Optional<String> scenario) {
        return new Wishes(List.of(), Optional.empty(), false, scenario);
    }
}
