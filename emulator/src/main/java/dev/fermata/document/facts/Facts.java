package dev.fermata.document.facts;

import dev.fermata.fidelity.Assumed;
import java.util.List;
import java.util.Optional;

/**
 * What the bytes of an upload are, read from the bytes alone: neither file name nor declared type has a say.
 *
 * @param format what the content is
 * @param pages the pages of a sheet that can be read, 0 for anything else: the leaves of a PDF's tree, the pages of a
 *     TIFF, the frames of an animated GIF or WebP, one for any other picture; of a picture
 *     with more than 10,000, as many as were counted until then
 * @param title the title in a PDF's own metadata, its first {@link Excerpt#TITLE} characters
 * @param keywords those in a PDF's own metadata, its first thousand characters; empty where there are none
 * @param problem why a sheet cannot be read
 */
public record Facts(Format format, int pages, Optional<String> title, String keywords, Optional<Problem> problem) {
    /** What can be told from the first bytes. */
    public enum Format {
        PDF("application/pdf", "pdf"),
        JPEG("image/jpeg", "jpg jpeg"),
        PNG("image/png", "png"),
        TIFF("image/tiff", "tif tiff"),
        GIF("image/gif", "gif"),
        WEBP("image/webp", "webp"),
        HEIC("image/heic", "heic heif"),
        BMP("image/bmp", "bmp"),
        /** XML of any kind; whether it is MusicXML only its reader can say. */
        XML("application/xml", "xml"),
        /** A zip archive, as compressed MusicXML is. */
        ZIP("application/zip", "zip"),
        MIDI("audio/midi", "mid midi"),
        EMPTY("application/octet-stream", ""),
        OTHER("application/octet-stream", "");

        private final String mediaType;
        private final String extensions;

        Format(String mediaType, String extensions) {
            this.mediaType = mediaType;
            this.extensions = extensions;
        }

        /** What to call such bytes on the wire. */
        public String mediaType() {
            return mediaType;
        }

        /** How the names of such files usually end, without the dot, the most usual first. */
        public List<String> extensions() {
            return extensions.isEmpty() ? List.of() : List.of(extensions.split(" ", -1));
        }

        /** Whether it is a picture made of pixels. */
        public boolean isRaster() {
            return mediaType.startsWith("image/");
        }

        /** Whether sheet music comes in it as pages to look at: a PDF or a picture. */
        public boolean isSheet() {
            return this == PDF || isRaster();
        }
    }

    /** Why a sheet cannot be used. */
    @Assumed(
            behaviour =
                    "A PDF whose page tree contradicts itself (a lying count, a cycle) is an invalid PDF, unless its parser"
                            + " has to repair it first",
            reason = "the page count decides the price, so a file that gives two of them cannot be priced")
    public enum Problem {
        /** It opens only with a password or a certificate. */
        ENCRYPTED,
        /** It is well formed and has no pages. */
        NO_PAGES,
        /** It is not what its first bytes promise, ends too early, or contradicts itself. */
        DAMAGED,
        /** Reading it would take unreasonable memory or time. */
        TOO_COMPLEX
    }

    public static Facts of(Format format) {
        return new Facts(format, 0, Optional.empty(), "", Optional.empty());
    }

    static Facts pdf(int pages, Optional<String> title, String keywords) {
        return new Facts(Format.PDF, pages, title, keywords, Optional.empty());
    }

    static Facts raster(Format format, int pages) {
        return new Facts(format, pages, Optional.empty(), "", Optional.empty());
    }

    static Facts broken(Format format, Problem problem) {
        return broken(format, 0, problem);
    }

    static Facts broken(Format format, int pages, Problem problem) {
        return new Facts(format, pages, Optional.empty(), "", Optional.of(problem));
    }
}
