package dev.fermata.notation.imagined;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.musicxml.MusicXmlReader;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.testing.W3cSchema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlankScoreTest {

    private static final TimeSignature TWO_FOUR = new TimeSignature(2, 4);

    private static BlankScore.Wish wish(String group, String instrument) {
        return new BlankScore.Wish(group, instrument, Optional.empty(), Optional.empty());
    }

    private final Piece duo = BlankScore.of(
            "Violin and Piano",
            List.of(
                    wish("strings", "hq-violin"),
                    new BlankScore.Wish("strings", "hq-grand-piano", Optional.of("Super Piano"), Optional.of("Pno."))),
            8,
            TWO_FOUR);

    @Test
    void hasOnlyRests() {
        assertEquals(BlankScore.MEASURES, duo.numberMeasures());
        for (Part part : duo.parts()) {
            for (Measure measure : part.measures()) {
                assertEquals(part.staves(), measure.notes().size());
                assertTrue(measure.notes().stream().allMatch(Note::isRest));
            }
        }
    }

    @Test
    void keepsTheRequestedIdsAndNames() {
        assertEquals("strings.hq-violin", duo.instruments().get(0).id());
        assertEquals("Violin", duo.parts().get(0).name());
        assertEquals("strings.hq-grand-piano", duo.instruments().get(1).id());
        assertEquals("Super Piano", duo.parts().get(1).name());
    }

    @Test
    void givesEachInstrumentItsStavesAndProgram() {
        assertEquals(1, duo.parts().get(0).staves());
        assertEquals(40, duo.instruments().get(0).program());
        assertEquals(2, duo.parts().get(1).staves());
        assertEquals(0, duo.instruments().get(1).program());
    }

    @Test
    void foldsAKeyBeyondSevenSharpsIntoTheEnharmonicOne() {
        assertEquals(-4, duo.mainKeySignature());
    }

    @Test
    void writesATransposingInstrumentInItsOwnKey() {
        Piece clarinet = BlankScore.of("", List.of(wish("woodwinds", "clarinet")), 0, TWO_FOUR);

        assertEquals(
                Optional.of(new Key(2, false)),
                clarinet.parts().get(0).measures().get(0).key());
        assertEquals(0, clarinet.mainKeySignature());
    }

    @Test
    void playsAnUnknownInstrumentOnThePiano() {
        Piece piece = BlankScore.of("", List.of(wish("toys", "kazoo")), 0, TWO_FOUR);

        assertEquals("toys.kazoo", piece.instruments().get(0).id());
        assertEquals(0, piece.instruments().get(0).program());
    }

    @Test
    void isValidMusicXmlInEveryMetreAndForDrums() throws Exception {
        List<BlankScore.Wish> band =
                List.of(wish("unpitched-percussion", "drumset-rock"), wish("strings", "viola"), wish("brass", "horn"));
        for (int beats : List.of(1, 2, 3, 4, 5, 7, 9, 12, 13)) {
            for (int type : List.of(1, 2, 4, 8, 16, 32, 64)) {
                byte[] xml = MusicXmlWriter.write(BlankScore.of("", band, -7, new TimeSignature(beats, type)));
                W3cSchema.assertValid(xml);
                assertEquals(BlankScore.MEASURES, MusicXmlReader.read(xml).numberMeasures());
            }
        }
    }
}
