package dev.fermata.score;

import dev.fermata.document.Document;
import dev.fermata.document.Facts;
import dev.fermata.score.notation.Piece;
import dev.fermata.score.notation.UnreadableScoreException;
import dev.fermata.score.notation.imagined.Imagination;
import dev.fermata.score.notation.midi.MidiWriter;
import dev.fermata.score.notation.musicxml.MusicXmlReader;
import dev.fermata.score.notation.musicxml.MusicXmlWriter;
import dev.fermata.score.notation.musicxml.Mxl;
import dev.fermata.score.notation.picture.PageImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in a revision. The notes are made or read again each time they are asked for, so that a million scores
 * cost no more memory than their names.
 */
public sealed interface Content {
    /** The width and height of a thumbnail that nobody asked a size for, in pixels. */
    int THUMBNAIL_WIDTH = 300;

    /** See {@link #THUMBNAIL_WIDTH}. */
    int THUMBNAIL_HEIGHT = 424;

    /** The notes. */
    Piece piece();

    /** The documents it came from, in their order. */
    List<Document> documents();

    /** What the recognition of these sheets yields: always the same for the same sheets. */
    static Content imagined(List<Document> sheets, String title, Corrections corrections) {
        return new Imagined(List.copyOf(sheets), title, corrections);
    }

    /** What a file of MusicXML says. The file has been read once before. */
    static Content uploaded(Document musicXml) {
        return new Uploaded(musicXml);
    }

    /** A piece that was made to order. */
    static Content made(Piece piece) {
        return new Made(piece);
    }

    /** A file in this format; a thumbnail in its usual size. */
    default byte[] as(Format format) {
        return switch (format) {
            case XML -> musicXml();
            case MXL -> Mxl.compress(musicXml());
            case MIDI -> MidiWriter.write(piece());
            case THUMBNAIL -> thumbnail(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
        };
    }

    /** A PNG of the first page, so many pixels wide and high. */
    default byte[] thumbnail(int width, int height) {
        try {
            Optional<byte[]> page = documents().isEmpty()
                    ? Optional.empty()
                    : documents().get(0).thumbnail(width, height);
            return page.isPresent() ? page.get() : PageImage.png(piece(), width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plain MusicXML. */
    default byte[] musicXml() {
        return MusicXmlWriter.write(piece());
    }

    /** See {@link #imagined}. */
    record Imagined(List<Document> documents, String title, Corrections corrections) implements Content {
        @Override
        public Piece piece() {
            String hashes = documents.stream().map(Document::sha256).collect(Collectors.joining());
            int pages = documents.stream()
                    .mapToInt(sheet -> Math.max(1, sheet.facts().pages()))
                    .sum();
            return corrections.applyTo(Imagination.imagine(title, Optional.empty(), hashes, pages));
        }
    }

    /** See {@link #uploaded}. */
    record Uploaded(Document file) implements Content {
        @Override
        public Piece piece() {
            try {
                return MusicXmlReader.read(file.bytes());
            } catch (UnreadableScoreException readBefore) {
                throw new IllegalStateException("what was read once is read again", readBefore);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The very bytes that were uploaded: what a client put in, it gets out. */
        @Override
        public byte[] musicXml() {
            try {
                byte[] bytes = file.bytes();
                return file.facts().format() == Facts.Format.ZIP ? Mxl.expand(bytes) : bytes;
            } catch (UnreadableScoreException readBefore) {
                throw new IllegalStateException("what was read once is read again", readBefore);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<Document> documents() {
            return List.of(file);
        }
    }

    /** See {@link #made}. */
    record Made(Piece piece) implements Content {
        @Override
        public List<Document> documents() {
            return List.of();
        }
    }
}
