package dev.fermata.job;

import dev.fermata.score.Audio;
import java.util.Set;

/**
 * A file that is to be made of a score that is there.
 *
 * @param score its id
 * @param revision the id of the revision
 * @param audio what it is played into
 * @param parts the ids of the parts that are played; all of them when empty
 */
public record Export(String score, String revision, Audio audio, Set<String> parts) {
    public Export {
        parts = Set.copyOf(parts);
    }
}
