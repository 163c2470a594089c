package dev.fermata.testing.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.musicxml.Mxl;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenMusicXmlTest {
    private static final String SCORE = new String(
            MusicXmlWriter.write(Imagination.imagine("Judged", Optional.empty(), "judge", 1)), StandardCharsets.UTF_8);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isValid() {
        assertEquals(Optional.empty(), WrittenMusicXml.faultOf(bytes(SCORE)));
    }

    @Test
    void isToldWhereItIsNot() {
        byte[] voiceBeforeDuration =
                bytes(SCORE.replaceAll("(<duration>.*?</duration>)\\s+(<voice>.*?</voice>)", "$2$1"));

        for (byte[] body : new byte[][] {voiceBeforeDuration, Mxl.compress(voiceBeforeDuration)}) {
            String fault = WrittenMusicXml.faultOf(body).orElseThrow();
            assertTrue(fault.contains("'duration'"), fault);
        }
    }

    @Test
    void isNotWhatAnyoneElseWrote() {
        String broken = MusicXml.hello().replace("part-list", "list");

        assertEquals(Optional.empty(), WrittenMusicXml.faultOf(bytes(broken)));
        assertEquals(Optional.empty(), WrittenMusicXml.faultOf(MusicXml.compressed(broken)));
        assertEquals(Optional.empty(), WrittenMusicXml.faultOf(bytes("PK\u0003\u0004 of another kind")));
    }
}
