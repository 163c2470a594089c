package dev.fermata.notation.imagined;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.midi.MidiWriter;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.testing.W3cSchema;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImaginationTest {

    private static Piece imagine(String hash, int pages) {
        return Imagination.imagine("Title", Optional.of("Composer"), hash, pages);
    }

    private static Stream<Piece> many() {
        return IntStream.range(0, 200).mapToObj(i -> imagine("document " + i, 1 + i % 3));
    }

    @Nested
    class Determinism {

        @Test
        void theSameDocumentSoundsTheSame() {
            assertEquals(imagine("a", 2), imagine("a", 2));
        }

        @Test
        void anotherDocumentSoundsDifferent() {
            assertNotEquals(imagine("a", 2), imagine("b", 2));
        }

        @Test
        void everyMachineAndJavaVersionMakesTheseBytes() throws Exception {
            assertEquals(
                    "f4c3bfa9f3bb7fcfff33af0256f61e37e7fcf5c40743a3de1260d30f40d94f4b",
                    sha256(MusicXmlWriter.write(imagine("fermata", 3))));
            assertEquals(
                    "078f4ced624ab3d790cd40fbed81f4590cb7c5febe0c4dbde8f3b27221cd957d",
                    sha256(MidiWriter.write(imagine("fermata", 3))));
        }

        private static String sha256(byte[] bytes) throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
    }

    @Nested
    class Size {

        @Test
        void growsWithThePages() {
            assertEquals(16, imagine("a", 1).numberMeasures());
            assertEquals(112, imagine("a", 7).numberMeasures());
        }

        @Test
        void ofADocumentWithoutPagesIsOnePage() {
            assertEquals(16, imagine("a", 0).numberMeasures());
        }

        @Test
        void ofABookStaysAFewMegabytes() {
            for (int i = 0; i < 10; i++) {
                Piece book = imagine("book " + i, 1000);
                assertEquals(Imagination.MOST_MEASURES, book.numberMeasures());
                assertTrue(MusicXmlWriter.write(book).length < 5_000_000);
            }
        }
    }

    @Nested
    class Music {

        @Test
        void isValidMusicXml() {
            many().map(MusicXmlWriter::write).forEach(W3cSchema::assertValid);
        }

        @Test
        void fillsEveryVoiceOfEveryMeasureExactly() {
            many().forEach(piece -> piece.parts().forEach(part -> {
                for (int i = 0; i < piece.numberMeasures(); i++) {
                    assertFull(part.measures().get(i), piece.bars().get(i).ticks());
                }
            }));
        }

        private static void assertFull(Measure measure, int ticks) {
            Map<Integer, List<Note>> voices = measure.notes().stream().collect(Collectors.groupingBy(Note::voice));
            for (List<Note> voice : voices.values()) {
                int end = 0;
                for (Note note : voice) {
                    boolean chord = end > 0 && note.end() == end;
                    assertTrue(chord || note.onset() == end, () -> "gap or overlap in " + voice);
                    end = note.end();
                }
                assertEquals(ticks, end);
            }
        }

        @Test
        void hasOnlyValuesThatCanBeWritten() {
            many().flatMap(ImaginationTest::notes)
                    .forEach(note -> assertTrue(NoteValue.of(note.duration()).isPresent(), note::toString));
        }

        @Test
        void endsOnTheTonic() {
            many().forEach(piece -> {
                Part first = piece.parts().get(0);
                Measure last = first.measures().get(piece.numberMeasures() - 1);
                Pitch pitch = (Pitch) last.notes().get(0).sound();
                Key written = first.measures().get(0).key().orElseThrow();
                assertEquals(written.tonic(), pitch.step());
                assertEquals(written.alter(written.tonic()), pitch.alter());
            });
        }

        @Test
        void movesMostlyByStep() {
            many().forEach(piece -> {
                List<Integer> heights = piece.parts().get(0).measures().stream()
                        .flatMap(measure -> measure.notes().stream())
                        .filter(note -> note.voice() == 1 && note.sound() instanceof Pitch)
                        .map(note -> ((Pitch) note.sound()).height())
                        .toList();
                long steps = IntStream.range(1, heights.size())
                        .filter(i -> Math.abs(heights.get(i) - heights.get(i - 1)) <= 2)
                        .count();
                assertTrue(steps > 0.6 * heights.size(), () -> steps + " of " + heights.size());
            });
        }

        @Test
        void staysInTheRangeOfItsInstruments() {
            many().forEach(piece -> piece.parts().forEach(part -> {
                Transposition transposition = part.transposition();
                part.measures().stream()
                        .flatMap(measure -> measure.notes().stream())
                        .filter(note -> !note.isRest())
                        .mapToInt(note -> ((Pitch) note.sound()).midi() + transposition.semitones())
                        .forEach(key -> assertTrue(key >= 36 && key <= 96, () -> part.name() + " plays " + key));
            }));
        }

        @Test
        void variesKeysMetresAndInstruments() {
            Set<Integer> keys = many().map(Piece::mainKeySignature).collect(Collectors.toSet());
            Set<TimeSignature> metres = many().map(
                            piece -> piece.bars().get(0).time().orElseThrow())
                    .collect(Collectors.toSet());
            Set<List<String>> line = many().map(piece ->
                            piece.instruments().stream().map(Instrument::id).toList())
                    .collect(Collectors.toSet());

            assertEquals(Set.of(-4, -3, -2, -1, 0, 1, 2, 3, 4), keys);
            assertEquals(4, metres.size());
            assertTrue(line.contains(List.of("keyboards.piano")));
            assertTrue(line.contains(List.of("strings.violin")));
            assertTrue(line.contains(List.of("woodwinds.clarinet", "keyboards.piano")));
        }

        @Test
        void sometimesTiesANoteOverTheBarLine() {
            assertTrue(many().flatMap(ImaginationTest::notes).anyMatch(Note::tieStart));
        }
    }

    private static Stream<Note> notes(Piece piece) {
        return piece.parts().stream()
                .flatMap(part -> part.measures().stream())
                .flatMap(measure -> measure.notes().stream());
    }
}
