package dev.fermata.document;

import dev.fermata.fidelity.Assumed;
import java.util.Optional;

/**
 * What the bytes of an upload are, read from the bytes alone: neither file name nor declared type has a say.
 *
 * @param format what the content is
 * @param pages the pages of a PDF that can be read, counted leaf by leaf; 0 for anything else
 * @param title the title in a PDF's own metadata
 * @param problem why a PDF cannot be read
 */
public record Facts(Format format, int pages, Optional<String> title, Optional<Problem> problem) {
    /** What can be told from the first bytes. */
    public enum Format {
        PDF,
        /** XML of any kind; whether it is MusicXML only its reader can say. */
        XML,
        /** A zip archive, as compressed MusicXML is. */
        ZIP,
        MIDI,
        EMPTY,
        OTHER
    }

    /** Why a PDF cannot be used. */
    @Assumed(
            behaviour =
                    "A PDF whose page tree contradicts itself (a lying count, a cycle) is an invalid PDF, unless its parser"
                            + " has to repair it first",
            reason = "the page count decides the price, so a file that gives two of them cannot be priced")
    public enum Problem {
        /** It opens only with a password. */
        ENCRYPTED,
        /** It is well formed and has no pages. */
        NO_PAGES,
        /** It is no PDF beyond its first bytes, or contradicts itself. */
        DAMAGED,
        /** Reading it would take unreasonable memory or time. */
        TOO_COMPLEX
    }

    static Facts of(Format format) {
        return new Facts(format, 0, Optional.empty(), Optional.empty());
    }

    static Facts pdf(int pages, Optional<String> title) {
        return new Facts(Format.PDF, pages, title, Optional.empty());
    }

    static Facts brokenPdf(Problem problem) {
        return new Facts(Format.PDF, 0, Optional.empty(), Optional.of(problem));
    }
}
