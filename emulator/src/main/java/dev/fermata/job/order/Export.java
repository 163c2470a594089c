package dev.fermata.job.order;

import dev.fermata.score.content.Audio;
import java.util.Set;

/**
 * A file that is to be made of a score that is there.
 *
 * @param score its id
 * @param revision the id of the revision
 * @param format the label of what it is written as: {@code mp3}, {@code midi}
 * @param parts the ids of the parts that are played; all of them when empty
 */
public record Export(String score, String revision, String format, Set<String> parts) {
    public Export {
        parts = Set.copyOf(parts);
    }

    /** Whether it takes time: audio does, any other format is written at once. */
    public boolean takesTime() {
        return Audio.labelled(format).isPresent();
    }
}
