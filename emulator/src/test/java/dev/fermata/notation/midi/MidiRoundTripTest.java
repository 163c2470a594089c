package dev.fermata.notation.midi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fixtures.Etude;
import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.BlankScore;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.musicxml.MusicXmlReader;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.testing.W3cSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reader reads the writer's files. */
class MidiRoundTripTest {

    private static final int Q = Ticks.PER_QUARTER;

    @Test
    void keepsEveryGeneratedPiece() throws Exception {
        for (int i = 0; i < 100; i++) {
            Piece piece = Imagination.imagine("Title " + i, Optional.empty(), "midi trip " + i, 2);
            Piece read = MidiReader.read(MidiWriter.write(piece));

            assertEquals(piece.title(), read.title());
            assertEquals(piece.bars(), read.bars());
            assertEquals(piece.mainKeySignature(), read.mainKeySignature());
            assertEquals(piece.instruments(), read.instruments());
            assertEquals(names(piece), names(read));
            assertEquals(tones(piece), tones(read));
            assertEquals(spellings(piece), spellings(read));
        }
    }

    @Test
    void isValidMusicXmlThatSoundsTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            Piece read =
                    MidiReader.read(MidiWriter.write(Imagination.imagine("Title", Optional.empty(), "valid " + i, 2)));
            byte[] xml = MusicXmlWriter.write(read);

            W3cSchema.assertValid(xml);
            assertEquals(read, MusicXmlReader.read(xml));
        }
    }

    @Test
    void keepsABlankScore() throws Exception {
        var wish = new BlankScore.Wish("brass", "trumpet", Optional.empty(), Optional.empty());
        Piece blank = BlankScore.of("Blank", List.of(wish), 3, new TimeSignature(3, 4));

        Piece read = MidiReader.read(MidiWriter.write(blank));

        assertEquals(blank.numberMeasures(), read.numberMeasures());
        assertEquals(blank.instruments(), read.instruments());
        assertEquals(3, read.mainKeySignature());
    }

    @Test
    void keepsAnUpbeat() throws Exception {
        Piece piece = MusicXmlReader.read(Etude.PICKUP.musicXml().getBytes(UTF_8));
        Piece read = MidiReader.read(MidiWriter.write(piece));

        assertEquals(Q, read.bars().get(0).ticks());
        assertEquals(
                piece.bars().stream().map(Bar::time).toList(),
                read.bars().stream().map(Bar::time).toList());
        assertEquals(tones(piece), tones(read));
    }

    /** Every quarter note has another division, as far as notes can be short enough. */
    @Test
    void keepsTuplets() throws Exception {
        for (int division : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 24, 32)) {
            List<Note> notes = new ArrayList<>();
            for (int i = 0; i < 4 * division; i++) {
                notes.add(new Note(i * Q / division, Q / division, 1, 1, Pitch.at(35 + i % 2, 0)));
            }
            Part part = new Part(
                    "P1", "Flute", "", new Instrument("woodwinds.flute", 73, false), 1, List.of(Measure.of(notes)));
            Piece piece = new Piece(
                    "",
                    Optional.empty(),
                    List.of(new Bar(4 * Q, Optional.of(TimeSignature.COMMON), List.of())),
                    List.of(part));

            Piece read = MidiReader.read(MidiWriter.write(piece));

            assertEquals(notes, read.parts().get(0).measures().get(0).notes(), () -> division + " a quarter");
        }
    }

    private static List<String> names(Piece piece) {
        return piece.parts().stream().map(Part::name).toList();
    }

    private static List<List<Tone>> tones(Piece piece) {
        return piece.parts().stream()
                .map(part -> Tone.of(part, piece.timeline()))
                .toList();
    }

    /** The written pitches of each measure, sorted: voices and ties may differ. */
    private static List<List<String>> spellings(Piece piece) {
        return piece.parts().stream()
                .flatMap(part -> part.measures().stream())
                .map(measure -> measure.notes().stream()
                        .filter(note -> !note.isRest())
                        .map(note -> note.sound().toString())
                        .sorted()
                        .distinct()
                        .toList())
                .toList();
    }
}
