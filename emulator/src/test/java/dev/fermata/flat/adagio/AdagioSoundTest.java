package dev.fermata.flat.adagio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.musicxml.MusicXmlReader;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.notation.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a client reads out of the JSON is what the piece sounds like. */
class AdagioSoundTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final Pitch B_FLAT = new Pitch(Step.B, -1, 3);

    private static void assertSoundsTheSame(Piece piece) throws Exception {
        Timeline timeline = piece.timeline();
        List<List<Tone>> expected =
                piece.parts().stream().map(part -> Tone.of(part, timeline)).toList();
        assertEquals(expected, new AdagioClient(AdagioWriter.write(piece, "score")).tones());
    }

    private static Piece oneBar(int ticks, Part part) {
        List<Bar> bars = List.of(new Bar(ticks, Optional.of(TimeSignature.COMMON), List.of()));
        return new Piece("", Optional.empty(), bars, List.of(part));
    }

    @Test
    void ofEveryImaginedPiece() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertSoundsTheSame(Imagination.imagine("Title", Optional.empty(), "adagio " + i, 2));
        }
    }

    @Test
    void ofAFileThatWasRead() throws Exception {
        Piece hello = MusicXmlReader.read(MusicXml.hello().getBytes(UTF_8));

        assertSoundsTheSame(hello);
        assertEquals(
                List.of(List.of(new Tone(0, 4 * Q, 60))), new AdagioClient(AdagioWriter.write(hello, "score")).tones());
    }

    /** An upbeat, ties over the bar line, into another voice and another staff, a length no note has, a transposition. */
    @Test
    void ofTiesAndTranspositions() throws Exception {
        List<Bar> bars = List.of(
                new Bar(Q, Optional.of(new TimeSignature(3, 4)), List.of()),
                new Bar(3 * Q, Optional.empty(), List.of()),
                new Bar(5 * Q / 2, Optional.of(new TimeSignature(5, 8)), List.of()));
        List<Measure> measures = List.of(
                new Measure(
                        Optional.empty(),
                        Optional.of(new Transposition(-8, -14)),
                        List.of(),
                        List.of(new Note(0, Q, 1, 1, B_FLAT, true, false))),
                Measure.of(List.of(
                        new Note(0, Q, 1, 1, B_FLAT, true, true),
                        new Note(Q, 2 * Q, 5, 2, B_FLAT, false, true),
                        new Note(Q, 2 * Q, 1, 1, new Pitch(Step.F, 2, 5)))),
                new Measure(
                        Optional.empty(),
                        Optional.of(new Transposition(5, 9)),
                        List.of(),
                        List.of(new Note(0, 5 * Q / 2, 5, 2, new Pitch(Step.E, 0, 4)))));
        Part part = new Part("P1", "", "", new Instrument("brass.horn", 60, false), 2, measures);

        assertSoundsTheSame(new Piece("", Optional.empty(), bars, List.of(part)));
    }

    @Test
    void ofDrums() throws Exception {
        List<Note> strokes = List.of(
                new Note(0, Q, 1, 1, new Sound.Stroke(Step.G, 5, 42)),
                new Note(0, Q, 1, 1, new Sound.Stroke(Step.F, 4, 36)),
                new Note(Q, 3 * Q, 1, 1, new Sound.Stroke(Step.C, 5, 38)));

        assertSoundsTheSame(oneBar(
                4 * Q,
                new Part(
                        "P1",
                        "Drumset",
                        "",
                        new Instrument("unpitched-percussion.drumset-rock", 0, true),
                        1,
                        List.of(Measure.of(strokes)))));
    }

    /** Every quarter note another division, and lengths that must be cut finer than the piece is divided. */
    @Test
    void ofEveryDivision() throws Exception {
        for (int division : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 24, 32)) {
            List<Note> notes = new ArrayList<>();
            int at = 0;
            for (int length = 1; at + length * Q / division <= 4 * Q; length++) {
                notes.add(new Note(at, length * Q / division, 1, 1, Pitch.at(35 + length % 2, 0)));
                at += length * Q / division;
            }
            Part part =
                    new Part("P1", "", "", new Instrument("woodwinds.flute", 73, false), 1, List.of(Measure.of(notes)));
            assertSoundsTheSame(oneBar(4 * Q, part));
        }
    }
}
