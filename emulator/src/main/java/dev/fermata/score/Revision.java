package dev.fermata.score;

import java.time.Instant;

/**
 * One version of a score.
 *
 * @param id its id
 * @param at when it was saved
 * @param content what stands in it
 * @param summary what is told of that
 */
public record Revision(String id, Instant at, Content content, Summary summary) {
    /** A version that reads its content once to sum it up. */
    public static Revision of(String id, Instant at, Content content) {
        return new Revision(id, at, content, Summary.of(content.piece()));
    }
}
