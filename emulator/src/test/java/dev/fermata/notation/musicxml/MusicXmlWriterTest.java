package dev.fermata.notation.musicxml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.Etude;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.testing.W3cSchema;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MusicXmlWriterTest {

    private static byte[] titled(String title) {
        return MusicXmlWriter.write(Imagination.imagine(title, Optional.of(title), "x", 1));
    }

    @Test
    void keepsTitlesInAnyScript() throws Exception {
        for (String title : new String[] {"Für Élise", "月の光", "Лебедь", "ضوء القمر", "𝄞 🎼 𠮷", "<&>\"']]>"}) {
            byte[] xml = titled(title);
            W3cSchema.assertValid(xml);
            Piece read = MusicXmlReader.read(xml);
            assertEquals(title, read.title());
            assertEquals(Optional.of(title), read.composer());
        }
    }

    @Test
    void dropsCharactersThatXmlCannotContain() throws Exception {
        StringBuilder all = new StringBuilder("a");
        for (char c = 0; c < 0x20; c++) {
            all.append(c);
        }
        all.append("\u007F\u0085\uD800\uFFFE\uFFFFb");
        byte[] xml = titled(all.toString());

        W3cSchema.assertValid(xml);
        assertEquals("a b", MusicXmlReader.read(xml).title());
    }

    @Test
    void omitsAMissingTitle() {
        byte[] xml = titled("");
        W3cSchema.assertValid(xml);
        assertFalse(new String(xml, UTF_8).contains("movement-title"));
    }

    @Test
    void namesItselfAndItsVersion() {
        String xml = new String(titled("x"), UTF_8);
        assertTrue(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<score-partwise version=\"4.0\">"));
        assertTrue(xml.contains("<software>Fermata</software>"));
    }

    @Test
    void bracketsTuplets() throws Exception {
        String xml = new String(
                MusicXmlWriter.write(
                        MusicXmlReader.read(Etude.TUPLETS.musicXml().getBytes(UTF_8))),
                UTF_8);
        assertEquals(6, xml.split("<tuplet type=\"start\"/>", -1).length - 1);
        assertEquals(6, xml.split("<tuplet type=\"stop\"/>", -1).length - 1);
    }

    @Test
    void writesAccidentalsAndBeams() {
        String xml = new String(titled("x"), UTF_8);
        for (int i = 0; i < 20; i++) {
            xml += new String(MusicXmlWriter.write(Imagination.imagine("", Optional.empty(), "y" + i, 1)), UTF_8);
        }
        assertTrue(xml.contains("<accidental>sharp</accidental>"));
        assertTrue(xml.contains("<beam number=\"2\">backward hook</beam>"));
    }
}
