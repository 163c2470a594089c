package dev.fermata.seed;

import dev.fermata.score.Sharing.Privacy;
import java.util.Optional;

/**
 * A score of a seed, at Flat.
 *
 * @param account the name of the account that owns it
 * @param file MusicXML, plain or compressed, or MIDI; a short generated piece if empty
 * @param id 24 hex digits; generated if empty
 * @param title its title; that of the file if empty
 * @param privacy who may read it
 */
public record SeedScore(
        String account, Optional<SeedFile> file, Optional<String> id, Optional<String> title, Privacy privacy) {
    /** A private score of this account. */
    public static SeedScore of(String account) {
        return new SeedScore(account, Optional.empty(), Optional.empty(), Optional.empty(), Privacy.PRIVATE);
    }

    /** A copy with this file. */
    public SeedScore file(SeedFile other) {
        return new SeedScore(account, Optional.of(other), id, title, privacy);
    }

    /** A copy with this id. */
    public SeedScore id(String other) {
        return new SeedScore(account, file, Optional.of(other), title, privacy);
    }

    /** A copy with this title. */
    public SeedScore title(String other) {
        return new SeedScore(account, file, id, Optional.of(other), privacy);
    }

    /** A copy with this privacy. */
    public SeedScore privacy(Privacy other) {
        return new SeedScore(account, file, id, title, other);
    }
}
