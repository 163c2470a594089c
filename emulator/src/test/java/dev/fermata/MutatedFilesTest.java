package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.Upload;
import dev.fermata.fixtures.Etude;
import dev.fermata.fixtures.Midi;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.fixtures.UnusualMidi;
import dev.fermata.fixtures.UnusualMusicXml;
import dev.fermata.fixtures.UnusualPdfs;
import dev.fermata.fixtures.hostile.HostilePdfs;
import dev.fermata.fixtures.raw.StreamCoding;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.midi.MidiReader;
import dev.fermata.notation.midi.MidiWriter;
import dev.fermata.notation.musicxml.MusicXmlReader;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.musicxml.Mxl;
import dev.fermata.notation.picture.PageImage;
import dev.fermata.score.content.Summary;
import dev.fermata.testing.mutation.Mutations;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are nearly good, a hundred of each kind: every one is read or refused, and what was read can be written
 * in every format.
 */
class MutatedFilesTest {
    /** More than a reader takes for any of them, and far less than a bomb. */
    private static final long MOST_ALLOCATED = 800L << 20;

    private static final long SEED = 20_261_127;
    private static final int SCORES = 100;
    private static final int PDFS = 40;

    @TempDir
    private Path folder;

    /** What is done with one file. */
    interface Reader {
        void read(byte[] file) throws UnreadableScoreException, IOException;
    }

    @Test
    void musicXmlIsReadOrRefused() {
        readOrRefused(musicXml(SEED), SCORES, file -> writeAll(MusicXmlReader.read(file)));
    }

    @Test
    void compressedMusicXmlIsReadOrRefused() {
        readOrRefused(mxl(SEED), SCORES, file -> writeAll(MusicXmlReader.read(Mxl.expand(file))));
    }

    @Test
    void midiIsReadOrRefused() {
        readOrRefused(midi(SEED), SCORES, file -> writeAll(MidiReader.read(file)));
    }

    @Test
    void aPdfIsReadOrRefused() {
        try (Documents documents = new Documents(folder.resolve("documents"))) {
            readOrRefused(pdf(SEED), PDFS, file -> inspect(documents, file));
        }
    }

    static Mutations musicXml(long seed) {
        List<byte[]> good = new ArrayList<>(List.of(utf8(UnusualMusicXml.timewise()), utf8(MusicXml.hello())));
        Arrays.stream(Etude.values())
                .map(Etude::musicXml)
                .map(MutatedFilesTest::utf8)
                .forEach(good::add);
        List<String> words = List.of(
                "<measure>",
                "</measure>",
                "<note>",
                "<chord/>",
                "<grace/>",
                "<rest/>",
                "<backup><duration>9</duration></backup>",
                "<divisions>3</divisions>",
                "<staff>2</staff>",
                "<voice>9</voice>",
                "<!--",
                "]]>",
                "<![CDATA[",
                "&amp;",
                "&x;",
                "<sound tempo='0'/>",
                "<transpose><chromatic>-99</chromatic></transpose>",
                "<key><fifths>99</fifths></key>",
                "<part id='P1'>",
                "encoding='UTF-16'",
                "\uFEFF");
        return new Mutations(good, words, seed);
    }

    static Mutations mxl(long seed) {
        List<byte[]> good = List.of(
                MusicXml.compressed(MusicXml.hello()),
                UnusualMusicXml.storedWithDescriptors(MusicXml.hello()),
                UnusualMusicXml.zip64(MusicXml.hello()),
                UnusualMusicXml.withOtherFiles(MusicXml.hello()),
                Mxl.compress(utf8(MusicXml.hello())));
        return new Mutations(good, List.of("PK\1\2", "PK\3\4", "PK\5\6", "PK\6\6", "PK\6\7", "\0\0\0\0"), seed);
    }

    static Mutations midi(long seed) {
        List<byte[]> good = new ArrayList<>(List.of(Midi.hello(), UnusualMidi.realTimeBytes()));
        for (Etude etude : Etude.values()) {
            try {
                good.add(MidiWriter.write(MusicXmlReader.read(utf8(etude.musicXml()))));
            } catch (UnreadableScoreException e) {
                throw new IllegalStateException(e);
            }
        }
        List<String> words = List.of(
                "MTrk",
                "MThd",
                "\u00FFQ\3\0\0\0",
                "\u00FFX\4\1\0\1\1",
                "\u00FFY\2\u0080\1",
                "\u00FF/\0",
                "\u00FF\u00FF\u00FF\u007F",
                "\u0099#@",
                "\u00F0\u0005");
        return new Mutations(good, words, seed);
    }

    static Mutations pdf(long seed) {
        List<byte[]> good = new ArrayList<>(List.of(
                SheetMusic.of("Fuzz").keywords("x").pages(2).pdf(),
                OddPdfs.ownerProtected(),
                OddPdfs.encrypted("x"),
                OddPdfs.encryptedForCertificates(1),
                UnusualPdfs.utf8Title("T", "K"),
                HostilePdfs.deepPageTree(20),
                HostilePdfs.hugeImage(90, 90)));
        Arrays.stream(StreamCoding.values()).map(UnusualPdfs::inObjectStream).forEach(good::add);
        Arrays.stream(HostilePdfs.Recursion.values())
                .map(HostilePdfs::drawsItself)
                .forEach(good::add);
        List<String> words = List.of(
                "<<",
                ">>",
                "[",
                "]",
                "(",
                ")",
                "<",
                "1 0 R",
                "2 0 R",
                "3 0 R",
                "/Kids",
                "/Count",
                "/Type",
                "/Pages",
                "/Filter /LZWDecode",
                "/Filter /DCTDecode",
                "/Filter /CCITTFaxDecode",
                "/DecodeParms << /Predictor 15 /Columns 2000000000 >>",
                "/Rotate 90",
                "/MediaBox [0 0 0 0]",
                "endobj",
                "stream\n",
                "endstream",
                "xref",
                "trailer",
                "startxref",
                "%%EOF",
                "/X Do ",
                "q ",
                "Q ",
                "BI /W 9 /H 9 /F /Fl ID x EI ",
                "/SMask 1 0 R",
                "/Group << /S /Transparency >>",
                "/Encrypt 1 0 R");
        return new Mutations(good, words, seed);
    }

    static void readOrRefused(Mutations mutations, int count, Reader reader) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < count; i++) {
            byte[] file = mutations.next();
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                reader.read(file);
            } catch (UnreadableScoreException refused) {
                assertTrue(!refused.reason().isEmpty());
            } catch (IOException | RuntimeException | Error fault) {
                throw new AssertionError("file " + i + " of " + file.length + " bytes: " + start(file), fault);
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MOST_ALLOCATED, "file " + i + " took " + allocated + " bytes: " + start(file));
        }
    }

    private static void writeAll(Piece piece) {
        Summary.of(piece);
        MusicXmlWriter.write(piece);
        MidiWriter.write(piece);
        PageImage.png(piece, 300, 424);
    }

    static void inspect(Documents documents, byte[] file) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(file);
            if (upload.facts().problem().isEmpty()) {
                Document document = upload.keep();
                document.thumbnail(300, 424);
                documents.release(document);
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String start(byte[] file) {
        return HexFormat.of().formatHex(file, 0, Math.min(file.length, 200));
    }
}
