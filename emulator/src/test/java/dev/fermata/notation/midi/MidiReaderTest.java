package dev.fermata.notation.midi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.Midi;
import dev.fermata.fixtures.hostile.HostileMidi;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.musicxml.MusicXmlReader;
import dev.fermata.notation.musicxml.MusicXmlWriter;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.testing.W3cSchema;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Files of other programs, and broken files. */
class MidiReaderTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final int BEAT = 480;

    private static Sequence sequence() throws Exception {
        return new Sequence(Sequence.PPQ, BEAT);
    }

    private static void note(Track track, int channel, int key, long start, long end) throws Exception {
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, channel, key, 80), start));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, channel, key, 0), end));
    }

    private static void program(Track track, int channel, int program) throws Exception {
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0), 0));
    }

    private static void meta(Track track, long tick, int type, int... data) throws Exception {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        track.add(new MidiEvent(new MetaMessage(type, bytes, bytes.length), tick));
    }

    private static void name(Track track, String name) throws Exception {
        meta(track, 0, 0x03, name.chars().toArray());
    }

    /** Reads a file, and checks its MusicXML against the schema and against the notes. */
    private static Piece read(Sequence sequence, int format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MidiSystem.write(sequence, format, out);
        return read(out.toByteArray());
    }

    private static Piece read(byte[] file) throws Exception {
        Piece piece = MidiReader.read(file);
        byte[] xml = MusicXmlWriter.write(piece);
        W3cSchema.assertValid(xml);
        assertEquals(tones(piece), tones(MusicXmlReader.read(xml)));
        return piece;
    }

    private static List<List<Tone>> tones(Piece piece) {
        return piece.parts().stream()
                .map(part -> Tone.of(part, piece.timeline()))
                .toList();
    }

    /** {@code onset+length key}, in sixteenths. */
    private static List<String> heard(Piece piece, int part) {
        return tones(piece).get(part).stream()
                .map(tone -> tone.start() * 4 / Q + "+" + tone.ticks() * 4 / Q + " " + tone.key())
                .toList();
    }

    private static byte[] raw(int division, int... events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("MThd\0\0\0\6\0\0\0\1".getBytes(ISO_8859_1));
        out.write(division >> 8);
        out.write(division);
        out.writeBytes("MTrk\0\0\0".getBytes(ISO_8859_1));
        out.write(events.length + 4);
        for (int event : events) {
            out.write(event);
        }
        out.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
        return out.toByteArray();
    }

    @Nested
    class APart {
        @Test
        void isEachChannelOfASingleTrack() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            name(track, "Duet");
            program(track, 3, 73);
            program(track, 5, 42);
            note(track, 3, 72, 0, BEAT);
            note(track, 5, 48, 0, 4 * BEAT);
            Piece piece = read(file, 0);

            assertAll(
                    () -> assertEquals("Duet", piece.title()),
                    () -> assertEquals(
                            List.of("Flute", "Cello"),
                            piece.parts().stream().map(Part::name).toList()),
                    () -> assertEquals(List.of("0+4 72"), heard(piece, 0)),
                    () -> assertEquals(List.of("0+16 48"), heard(piece, 1)));
        }

        @Test
        void isTwoTracksForTwoHandsOfOnePlayer() throws Exception {
            Sequence file = sequence();
            file.createTrack();
            Track right = file.createTrack();
            program(right, 0, 0);
            note(right, 0, 55, 0, BEAT);
            note(file.createTrack(), 0, 62, 0, BEAT);
            Piece piece = read(file, 1);

            assertEquals(1, piece.parts().size());
            assertEquals(
                    List.of("1: Pitch[step=G, alter=0, octave=3]", "2: Pitch[step=D, alter=0, octave=4]"),
                    piece.parts().get(0).measures().get(0).notes().stream()
                            .filter(note -> !note.isRest())
                            .map(note -> note.staff() + ": " + note.sound())
                            .toList());
        }

        @Test
        void isEachTrackOfThreePianos() throws Exception {
            Sequence file = sequence();
            file.createTrack();
            for (int i = 0; i < 3; i++) {
                note(file.createTrack(), 0, 60 + i, 0, BEAT);
            }

            assertEquals(3, read(file, 1).parts().size());
        }

        @Test
        void hasTheNameOfItsTrack() throws Exception {
            Sequence file = sequence();
            name(file.createTrack(), "Suite");
            Track track = file.createTrack();
            name(track, "Solo");
            program(track, 0, 40);
            note(track, 0, 76, 0, BEAT);
            Piece piece = read(file, 1);

            assertEquals("Suite", piece.title());
            assertEquals("Solo", piece.parts().get(0).name());
            assertEquals("strings.violin", piece.instruments().get(0).id());
        }

        @Test
        void doesNotNameThePieceIfItHasNotes() throws Exception {
            Sequence file = sequence();
            for (String name : List.of("Piano", "Bass")) {
                Track track = file.createTrack();
                name(track, name);
                note(track, 0, 60, 0, BEAT);
            }
            Piece piece = read(file, 1);

            assertEquals("", piece.title());
            assertEquals("Piano", piece.parts().get(0).name());
        }

        @Test
        void isWrittenForItsInstrument() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            program(track, 0, 71);
            meta(track, 0, 0x59, -2, 0);
            note(track, 0, 70, 0, 4 * BEAT);
            Piece piece = read(file, 0);

            assertEquals(
                    new Pitch(Step.C, 0, 5),
                    piece.parts().get(0).measures().get(0).notes().get(0).sound());
            assertEquals(-2, piece.mainKeySignature());
        }

        @Test
        void hasStrokesOnChannelTen() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            note(track, 9, 36, 0, 0);
            note(track, 9, 42, 0, 10);
            note(track, 9, 38, BEAT, BEAT + 10);
            Piece piece = read(file, 0);

            assertTrue(piece.instruments().get(0).percussion());
            assertEquals(List.of("0+1 36", "0+1 42", "4+1 38"), heard(piece, 0));
            assertTrue(piece.parts().get(0).measures().get(0).notes().stream()
                    .anyMatch(note -> note.sound().equals(new Sound.Stroke(Step.F, 4, 36))));
        }
    }

    @Nested
    class ABar {
        @Test
        void followsTheMetreAndIsCutByANewOne() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            meta(track, 0, 0x58, 4, 2, 24, 8);
            meta(track, 6 * BEAT, 0x58, 6, 3, 24, 8);
            note(track, 0, 60, 0, 9 * BEAT);
            Piece piece = read(file, 0);

            assertEquals(
                    List.of(4 * Q, 2 * Q, 3 * Q),
                    piece.bars().stream().map(Bar::ticks).toList());
            assertEquals(List.of("0+36 60"), heard(piece, 0));
        }

        @Test
        void isAPickupIfItIsShorter() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            meta(track, 0, 0x58, 1, 2, 24, 8);
            meta(track, BEAT, 0x58, 3, 2, 24, 8);
            note(track, 0, 60, 0, BEAT);
            note(track, 0, 62, BEAT, 4 * BEAT);
            Piece piece = read(file, 0);

            assertEquals(
                    List.of(Q, 3 * Q), piece.bars().stream().map(Bar::ticks).toList());
            assertEquals(
                    Optional.of(new TimeSignature(3, 4)), piece.bars().get(0).time());
            assertTrue(new String(MusicXmlWriter.write(piece), ISO_8859_1).contains("implicit=\"yes\""));
        }

        @Test
        void hasTheTemposThatChangeInIt() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            meta(track, 0, 0x51, 0x0F, 0x42, 0x40);
            meta(track, 2 * BEAT, 0x51, 0x07, 0xA1, 0x20);
            note(track, 0, 60, 0, 4 * BEAT);
            Piece piece = read(file, 0);

            assertEquals("60", piece.mainTempoQpm().toPlainString());
            assertEquals("3.000", piece.durationSeconds().toPlainString());
        }
    }

    @Nested
    class Notes {
        @Test
        void areReadWithRunningStatus() throws Exception {
            Piece piece = read(raw(BEAT, 0, 0x90, 60, 80, 0x83, 0x60, 60, 0, 0, 64, 80, 0x83, 0x60, 64, 0));

            assertEquals(List.of("0+4 60", "4+4 64"), heard(piece, 0));
        }

        @Test
        void thatOverlapAreHeardAsLongAsTheySound() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            for (int i = 0; i < 7; i++) {
                note(track, 0, 60 + i, i * 240L, 5 * BEAT + i * 120L);
            }
            Piece piece = read(file, 0);

            assertEquals(
                    List.of("0+20 60", "2+19 61", "4+18 62", "6+17 63", "8+16 64", "10+15 65", "12+14 66"),
                    heard(piece, 0));
            assertTrue(piece.parts().get(0).measures().stream()
                    .flatMap(measure -> measure.notes().stream())
                    .allMatch(note -> note.voice() <= 8));
        }

        @Test
        void areTiedIfNoNoteHasTheirLength() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            note(track, 0, 72, BEAT / 2, 3 * BEAT + BEAT / 4);
            List<Note> notes = read(file, 0).parts().get(0).measures().get(0).notes().stream()
                    .filter(note -> note.staff() == 1 && !note.isRest())
                    .toList();

            assertEquals(
                    List.of(Q / 2, 2 * Q, Q / 4),
                    notes.stream().map(Note::duration).toList());
        }

        @Test
        void playedByHandAreMovedToTheGrid() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            long[] late = {3, 11, -7, 13, 5, -9, 17, 2};
            for (int i = 0; i < 8; i++) {
                long start = Math.max(0, BEAT * (long) i / 2 + late[i]);
                note(track, 0, 60 + i, start, start + 229);
            }
            assertEquals(
                    List.of("0+2 60", "2+2 61", "4+2 62", "6+2 63", "8+2 64", "10+2 65", "12+2 66", "14+2 67"),
                    heard(read(file, 0), 0));
        }

        @Test
        void thatEndSlightlyEarlyAreWrittenWhole() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            for (int i = 0; i < 4; i++) {
                note(track, 0, 60, i * 480L, i * 480L + 479);
            }
            assertEquals(List.of("0+4 60", "4+4 60", "8+4 60", "12+4 60"), heard(read(file, 0), 0));
        }

        @Test
        void thatCountSecondsAreReadByTheTempo() throws Exception {
            // 25 frames of 40 ticks are a second, which is two quarter notes at 120.
            Piece piece = read(raw(0xE728, 0, 0x90, 60, 80, 0x87, 0x68, 60, 0));

            assertEquals(List.of("0+8 60"), heard(piece, 0));
        }

        @Test
        void beyondTheWritableRangeAreMovedByOctaves() throws Exception {
            Sequence file = sequence();
            Track track = file.createTrack();
            note(track, 0, 0, 0, BEAT);
            note(track, 0, 127, 0, BEAT);

            assertEquals(List.of("0+4 12", "0+4 127"), heard(read(file, 0), 0));
        }
    }

    @Nested
    class Refused {
        private void assertRefused(String reason, byte[] file) {
            UnreadableScoreException refusal = assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThrows(UnreadableScoreException.class, () -> MidiReader.read(file)));
            assertEquals(reason, refusal.reason());
        }

        @Test
        void includesTruncatedFiles() {
            assertRefused("the file ends in the middle of a chunk", HostileMidi.truncated());
            assertRefused("the file ends in the middle of a chunk", HostileMidi.lyingLength());
            assertRefused("the file has no track", HostileMidi.withoutTracks());
            for (int length = 0; length < Midi.hello().length; length++) {
                byte[] file = Arrays.copyOf(Midi.hello(), length);
                assertThrows(UnreadableScoreException.class, () -> MidiReader.read(file));
            }
        }

        @Test
        void includesFilesWithoutTime() {
            assertRefused("the file's division of time is 0", HostileMidi.withoutDivision());
            assertRefused("the file's division of time is 0", raw(0xE700, 0, 0x90, 60, 80));
            assertRefused("a track contains a number of more than four bytes", HostileMidi.backwards(1_000_000));
        }

        @Test
        void includesFilesThatAreTooLong() {
            assertRefused("the score has more than 300000 notes", HostileMidi.notes(1_000_000));
            assertRefused("the score is longer than 100000 quarter notes", HostileMidi.silence(100_000));
            assertRefused("the score has more than 20000 measures", HostileMidi.silence(90_000));
            assertRefused("the file has more than 1000 tracks", HostileMidi.tracks(65_535));
            assertRefused("the score has more than 500 parts", HostileMidi.tracks(501));
        }

        @Test
        void includesFilesWithoutNotes() {
            assertRefused("the file has no notes", raw(BEAT));
            assertRefused("a track contains an invalid event", raw(BEAT, 0, 60, 80));
        }

        /** Any flipped bit gives a piece or a refusal. */
        @Test
        void orAPieceIsTheResultOfEveryDamagedFile() throws Exception {
            Sequence sequence = sequence();
            Track track = sequence.createTrack();
            meta(track, 0, 0x58, 3, 2, 24, 8);
            meta(track, 0, 0x51, 0x0F, 0x42, 0x40);
            for (int i = 0; i < 6; i++) {
                note(track, i, 40 + 8 * i, i * 160L, i * 480L + 480);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MidiSystem.write(sequence, 0, out);
            Random random = new Random(1);
            for (int i = 0; i < 500; i++) {
                byte[] file = out.toByteArray();
                for (int flips = 0; flips <= i % 4; flips++) {
                    file[4 + random.nextInt(file.length - 4)] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    MusicXmlWriter.write(MidiReader.read(file));
                } catch (UnreadableScoreException refused) {
                    assertTrue(refused.reason().length() > 5);
                }
            }
        }
    }
}
