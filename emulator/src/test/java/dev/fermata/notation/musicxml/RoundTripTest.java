package dev.fermata.notation.musicxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.testing.W3cSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final Pitch B_FLAT = new Pitch(Step.B, -1, 3);

    private static void assertSurvives(Piece piece) throws Exception {
        byte[] xml = MusicXmlWriter.write(piece);
        W3cSchema.assertValid(xml);
        Piece read = MusicXmlReader.read(xml);
        assertEquals(piece, read);
        assertArrayEquals(xml, MusicXmlWriter.write(read));
        assertEquals(piece, MusicXmlReader.read(Mxl.compress(xml)));
    }

    @Test
    void keepsEveryGeneratedPiece() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertSurvives(Imagination.imagine("Title", Optional.of("Composer"), "trip " + i, 2));
        }
    }

    /** One of everything: an upbeat, changes of all kinds in the middle, two voices, tuplets, gaps, strokes. */
    @Test
    void keepsAPieceWithOneOfEverything() throws Exception {
        List<Bar> bars = List.of(
                new Bar(
                        Q,
                        Optional.of(new TimeSignature(3, 4)),
                        List.of(new Tempo(0, new BigDecimal("92.5")), new Tempo(Q / 2, BigDecimal.valueOf(40)))),
                new Bar(3 * Q, Optional.empty(), List.of(new Tempo(3 * Q / 2, BigDecimal.valueOf(200)))),
                new Bar(5 * Q / 2, Optional.of(new TimeSignature(5, 8)), List.of()));
        assertSurvives(
                new Piece("𝄞 «Übung» & <夜曲>", Optional.of("Дмитрий"), bars, List.of(saxophone(), drums(), piano())));
    }

    private static Part saxophone() {
        return new Part(
                "P1",
                "Alto Saxophone",
                "",
                new Instrument("woodwinds.alto-sax", 65, false),
                1,
                List.of(
                        new Measure(
                                Optional.of(new Key(7, false)),
                                Optional.of(new Transposition(-5, -9)),
                                List.of(new ClefChange(0, 1, Clef.TREBLE)),
                                List.of(new Note(0, Q, 1, 1, B_FLAT, true, false))),
                        // In a full measure of triplets, the second is left out.
                        Measure.of(List.of(
                                new Note(0, Q / 3, 1, 1, B_FLAT, true, true),
                                new Note(2 * Q / 3, Q / 3, 1, 1, new Pitch(Step.F, 2, 5)),
                                new Note(Q, 2 * Q / 5, 1, 1, Sound.REST))),
                        new Measure(
                                Optional.of(new Key(-5, true)),
                                Optional.of(new Transposition(-8, -14)),
                                List.of(),
                                List.of(new Note(0, 5 * Q / 2, 1, 1, Sound.REST)))));
    }

    private static Part drums() {
        return new Part(
                "P2",
                "Drumset",
                "Dr.",
                new Instrument("unpitched-percussion.drumset-rock", 0, true),
                1,
                List.of(
                        new Measure(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new ClefChange(0, 1, Clef.PERCUSSION)),
                                List.of(new Note(0, Q, 1, 1, new Sound.Stroke(Step.F, 4, 36)))),
                        Measure.of(List.of(
                                new Note(0, Q, 1, 1, new Sound.Stroke(Step.G, 5, 42)),
                                new Note(0, Q, 2, 1, new Sound.Stroke(Step.F, 4, 36)))),
                        Measure.silent(5 * Q / 2, 1)));
    }

    private static Part piano() {
        Note whole = new Note(0, 3 * Q, 1, 1, new Pitch(Step.C, 0, 5));
        return new Part(
                "P3",
                "Piano",
                "Pno.",
                new Instrument("keyboards.piano", 0, false),
                2,
                List.of(
                        new Measure(
                                Optional.of(new Key(-2, false)),
                                Optional.empty(),
                                List.of(new ClefChange(0, 1, Clef.TREBLE), new ClefChange(0, 2, Clef.BASS)),
                                List.of(new Note(0, Q, 1, 1, Sound.REST), new Note(0, Q, 5, 2, Sound.REST))),
                        new Measure(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new ClefChange(Q, 2, Clef.ALTO), new ClefChange(2 * Q, 2, Clef.BASS)),
                                List.of(
                                        whole,
                                        new Note(0, 3 * Q, 1, 1, new Pitch(Step.E, 0, 5)),
                                        new Note(Q / 2, Q, 2, 1, new Pitch(Step.G, -2, 4)),
                                        // Changes to the other staff, and overlaps itself.
                                        new Note(0, 2 * Q, 5, 2, B_FLAT, true, false),
                                        new Note(Q, 2 * Q, 5, 1, B_FLAT, false, true))),
                        Measure.silent(5 * Q / 2, 2)));
    }
}
