package dev.fermata.seed;

import dev.fermata.score.Sharing.Privacy;
import java.util.Optional;

/**
 * A score of Flat's that is there from the start.
 *
 * @param account the name of the account that it belongs to
 * @param file MusicXML, plain or compressed, or MIDI; a short piece of Fermata's own when empty
 * @param id 24 hex digits; any when empty
 * @param title its own, or that of its file, when empty
 * @param privacy how far it is open
 */
public record SeedScore(
        String account, Optional<SeedFile> file, Optional<String> id, Optional<String> title, Privacy privacy) {
    /** A private one of this account. */
    public static SeedScore of(String account) {
        return new SeedScore(account, Optional.empty(), Optional.empty(), Optional.empty(), Privacy.PRIVATE);
    }

    /** The same with what stands in this file. */
    public SeedScore file(SeedFile other) {
        return new SeedScore(account, Optional.of(other), id, title, privacy);
    }

    /** The same with this id. */
    public SeedScore id(String other) {
        return new SeedScore(account, file, Optional.of(other), title, privacy);
    }

    /** The same under this title. */
    public SeedScore title(String other) {
        return new SeedScore(account, file, id, Optional.of(other), privacy);
    }

    /** The same, so far open. */
    public SeedScore privacy(Privacy other) {
        return new SeedScore(account, file, id, title, other);
    }
}
