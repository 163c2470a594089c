package dev.fermata.score;

import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import java.time.Instant;

/**
 * One version of a score.
 *
 * @param id its id
 * @param at when it was saved
 * @param description what its author says of it; empty when nothing
 * @param autosave whether nobody asked for it
 * @param content what stands in it
 * @param summary what is told of that
 */
public record Revision(String id, Instant at, String description, boolean autosave, Content content, Summary summary) {
    /** The first version of a score. */
    public static Revision of(String id, Instant at, Content content, Summary summary) {
        return new Revision(id, at, "", false, content, summary);
    }

    /** A version that reads its content once to sum it up. */
    public static Revision of(String id, Instant at, Content content) {
        return of(id, at, content, Summary.of(content.piece()));
    }
}
