package dev.fermata.score.content;

import dev.fermata.document.Document;
import dev.fermata.document.facts.Facts;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.midi.MidiReader;
import dev.fermata.notation.midi.MidiWriter;
import dev.fermata.notation.musicxml.MusicXmlReader;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.musicxml.Mxl;
import dev.fermata.notation.picture.PageImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** What a file of MusicXML or MIDI says. The file has been {@linkplain #read read} once before. */
    static Content uploaded(Document file) {
        return file.facts().format() == Facts.Format.MIDI ? new UploadedMidi(file) : new UploadedMusicXml(file);
    }

    /** The notes in a file of MusicXML, plain or compressed, or of MIDI. */
    static Piece read(Document file) throws UnreadableScoreException, IOException {
        byte[] bytes = file.bytes();
        return file.facts().format() == Facts.Format.MIDI ? MidiReader.read(bytes) : MusicXmlReader.read(bytes);
    }

    /** What somebody who supplied it says that the recognition of these sheets yields, corrected. */
    static Content supplied(Content answer, List<Document> sheets, Corrections corrections) {
        return new Supplied(answer, List.copyOf(sheets), corrections);
    }

    /** A piece that was made to order. */
    static Content made(Piece piece) {
        return new Made(piece);
    }

    /** The same with these parts alone, by their ids; with all of them when none are named. */
    default Content excerpt(Set<String> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        Piece whole = piece();
        return made(whole.withParts(
                whole.parts().stream().filter(part -> parts.contains(part.id())).toList()));
    }

    /** A file in this format; a thumbnail in its usual size. */
    default byte[] as(Format format) {
        return switch (format) {
            case XML -> musicXml();
            case MXL -> Mxl.compress(musicXml());
            case MIDI -> midi();
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

    /** A Standard MIDI File. */
    default byte[] midi() {
        return MidiWriter.write(piece());
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
    sealed interface Uploaded extends Content {
        /** What was uploaded. */
        Document file();

        @Override
        default Piece piece() {
            return readAgain(() -> read(file()));
        }

        @Override
        default List<Document> documents() {
            return List.of(file());
        }
    }

    /** See {@link #uploaded}. */
    record UploadedMusicXml(Document file) implements Uploaded {
        /** The very bytes that were uploaded: what a client put in, it gets out. */
        @Override
        public byte[] musicXml() {
            return readAgain(() -> {
                byte[] bytes = file.bytes();
                return file.facts().format() == Facts.Format.ZIP ? Mxl.expand(bytes) : bytes;
            });
        }
    }

    /** See {@link #uploaded}. */
    record UploadedMidi(Document file) implements Uploaded {
        /** The very bytes that were uploaded. */
        @Override
        public byte[] midi() {
            return readAgain(file::bytes);
        }
    }

    /** See {@link #supplied}. */
    record Supplied(Content answer, List<Document> documents, Corrections corrections) implements Content {
        @Override
        public Piece piece() {
            return corrections.applyTo(answer.piece());
        }

        /** The very bytes that were supplied, as long as nothing is to be corrected. */
        @Override
        public byte[] musicXml() {
            return corrections.equals(Corrections.NONE) ? answer.musicXml() : Content.super.musicXml();
        }

        /** Its first page as the notes are drawn, and not that of the sheets: it is what stands in for them. */
        @Override
        public byte[] thumbnail(int width, int height) {
            return PageImage.png(piece(), width, height);
        }

        /** See {@link #musicXml}. */
        @Override
        public byte[] midi() {
            return corrections.equals(Corrections.NONE) ? answer.midi() : Content.super.midi();
        }
    }

    /** See {@link #made}. */
    record Made(Piece piece) implements Content {
        @Override
        public List<Document> documents() {
            return List.of();
        }
    }

    /** How a file is read. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws UnreadableScoreException, IOException;
    }

    private static <T> T readAgain(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UnreadableScoreException readBefore) {
            throw new IllegalStateException("what was read once is read again", readBefore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
