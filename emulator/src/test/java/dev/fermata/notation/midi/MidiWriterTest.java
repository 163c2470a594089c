package dev.fermata.notation.midi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;

class MidiWriterTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final Pitch C4 = new Pitch(Step.C, 0, 4);
    private static final Pitch E4 = new Pitch(Step.E, 0, 4);
    private static final Instrument PIANO = new Instrument("keyboards.piano", 0, false);

    @Test
    void soundsLikeThePiece() throws Exception {
        for (int i = 0; i < 50; i++) {
            Piece piece = Imagination.imagine("Title", Optional.empty(), "midi " + i, 2);
            Sequence sequence = read(piece);
            for (int p = 0; p < piece.parts().size(); p++) {
                assertEquals(expected(piece, p), heard(sequence, p + 1));
            }
        }
    }

    @Test
    void lastsAsLongAsThePiece() throws Exception {
        Piece piece = Imagination.imagine("Title", Optional.empty(), "length", 2);

        double seconds = read(piece).getMicrosecondLength() / 1e6;

        assertEquals(piece.durationSeconds().doubleValue(), seconds, 0.01);
    }

    @Test
    void joinsTiesOverTheBarLineAndBetweenVoices() throws Exception {
        Piece piece = piece(
                PIANO,
                Measure.of(List.of(tied(0, 4 * Q, C4, true, false))),
                Measure.of(List.of(new Note(0, 2 * Q, 2, 1, C4, true, true), tied(2 * Q, 2 * Q, C4, false, true))));

        assertEquals(List.of("0+8 60"), heard(read(piece), 1));
    }

    @Test
    void strikesAgainWithoutATie() throws Exception {
        Piece piece = piece(
                PIANO,
                Measure.of(List.of(tied(0, 2 * Q, C4, false, false), tied(2 * Q, 2 * Q, C4, false, false))),
                Measure.of(List.of(tied(0, 4 * Q, C4, true, false))));

        assertEquals(List.of("0+2 60", "2+2 60", "4+4 60"), heard(read(piece), 1));
    }

    @Test
    void strikesAKeyAnewThatStillSounds() throws Exception {
        Piece piece = piece(
                PIANO,
                Measure.of(List.of(
                        new Note(0, 4 * Q, 1, 1, C4),
                        new Note(Q, Q, 2, 1, C4),
                        new Note(0, 2 * Q, 3, 1, E4),
                        new Note(0, Q, 4, 1, E4))));

        assertEquals(List.of("0+1 60", "0+2 64", "1+3 60"), heard(read(piece), 1));
    }

    @Test
    void writesAnUpbeatWithItsOwnMetre() throws Exception {
        TimeSignature waltz = new TimeSignature(3, 4);
        List<Bar> bars = List.of(
                new Bar(Q / 2, Optional.of(waltz), List.of()),
                new Bar(3 * Q, Optional.empty(), List.of()),
                new Bar(5 * Q / 2, Optional.empty(), List.of()));
        List<Measure> measures =
                bars.stream().map(bar -> Measure.silent(bar.ticks(), 1)).toList();
        Part part = new Part("P1", "", "", PIANO, 1, measures);
        Sequence sequence = read(new Piece("", Optional.empty(), bars, List.of(part)));

        assertEquals(List.of(List.of(1, 3, 12, 8), List.of(3, 2, 24, 8)), metas(sequence, 0x58));
    }

    @Test
    void ignoresATieToAnotherPitch() throws Exception {
        Piece piece = piece(
                PIANO,
                Measure.of(List.of(tied(0, 4 * Q, C4, true, false))),
                Measure.of(List.of(tied(0, 4 * Q, E4, false, true))));

        assertEquals(List.of("0+4 60", "4+4 64"), heard(read(piece), 1));
    }

    @Test
    void writesTheSoundingPitchOfATransposingInstrument() throws Exception {
        Measure clarinet = new Measure(
                Optional.of(new Key(2, false)),
                Optional.of(new Transposition(-1, -2)),
                List.of(),
                List.of(tied(0, 4 * Q, new Pitch(Step.D, 0, 4), false, false)));
        Sequence sequence = read(piece(new Instrument("woodwinds.clarinet", 71, false), clarinet));

        assertEquals(List.of("0+4 60"), heard(sequence, 1));
        assertEquals(List.of(List.of(0, 0)), metas(sequence, 0x59));
    }

    @Test
    void strikesPercussionOnChannelTen() throws Exception {
        Note stroke = new Note(0, 4 * Q, 1, 1, new Sound.Stroke(Step.F, 4, 36));
        Sequence sequence =
                read(piece(new Instrument("unpitched-percussion.drumset-rock", 0, true), Measure.of(List.of(stroke))));

        assertEquals(List.of("0+4 36"), heard(sequence, 1));
        assertTrue(shorts(sequence, 1).allMatch(message -> message.getChannel() == 9));
    }

    @Test
    void leavesChannelTenToPercussionAndSharesBeyondFifteenParts() {
        List<Part> parts = IntStream.rangeClosed(1, 17)
                .mapToObj(i -> new Part("P" + i, "", "", PIANO, 1, List.of(Measure.silent(4 * Q, 1))))
                .toList();
        Piece piece = new Piece("", Optional.empty(), List.of(bar()), parts);

        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 0, 1),
                IntStream.range(0, 17).mapToObj(piece::midiChannel).toList());
    }

    @Test
    void writesTitleMetreKeyTempoAndProgram() throws Exception {
        Measure measure = new Measure(
                Optional.of(new Key(-3, true)), Optional.empty(), List.of(), List.of(tied(0, 4 * Q, C4, false, false)));
        Bar bar = new Bar(
                4 * Q,
                Optional.of(new TimeSignature(6, 8)),
                List.of(new Tempo(0, BigDecimal.valueOf(90)), new Tempo(2 * Q, BigDecimal.valueOf(60))));
        Part part = new Part("P1", "ヴァイオリン", "", new Instrument("strings.violin", 40, false), 1, List.of(measure));
        Sequence sequence = read(new Piece("𝄞 Übung", Optional.empty(), List.of(bar), List.of(part)));

        assertEquals("𝄞 Übung", name(sequence.getTracks()[0]));
        assertEquals("ヴァイオリン", name(sequence.getTracks()[1]));
        assertEquals(List.of(List.of(6, 3, 36, 8)), metas(sequence, 0x58));
        assertEquals(List.of(List.of(-3, 1)), metas(sequence, 0x59));
        // 666,667 µs and 1,000,000 µs a quarter.
        assertEquals(List.of(List.of(0x0A, 0x2C, 0x2B), List.of(0x0F, 0x42, 0x40)), metas(sequence, 0x51));
        assertTrue(shorts(sequence, 1)
                .anyMatch(message -> message.getCommand() == ShortMessage.PROGRAM_CHANGE && message.getData1() == 40));
    }

    private static Note tied(int onset, int duration, Pitch pitch, boolean start, boolean stop) {
        return new Note(onset, duration, 1, 1, pitch, start, stop);
    }

    private static Bar bar() {
        return new Bar(4 * Q, Optional.empty(), List.of());
    }

    private static Piece piece(Instrument instrument, Measure... measures) {
        List<Bar> bars = Stream.of(measures).map(measure -> bar()).toList();
        return new Piece("", Optional.empty(), bars, List.of(new Part("P1", "", "", instrument, 1, List.of(measures))));
    }

    private static Sequence read(Piece piece) throws Exception {
        byte[] file = MidiWriter.write(piece);
        assertEquals(
                1, MidiSystem.getMidiFileFormat(new ByteArrayInputStream(file)).getType());
        return MidiSystem.getSequence(new ByteArrayInputStream(file));
    }

    /** The expected sounds of a part, computed in a simple way: onset+length in quarters, and key. */
    private static List<String> expected(Piece piece, int index) {
        Part part = piece.parts().get(index);
        List<long[]> tones = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < piece.numberMeasures(); i++) {
            for (Note note : part.measures().get(i).notes()) {
                if (note.sound() instanceof Pitch pitch) {
                    int key = pitch.midi() + part.transposition().semitones();
                    long at = start + note.onset();
                    Optional<long[]> before = tones.stream()
                            .filter(tone -> note.tieStop() && tone[2] == key && tone[0] + tone[1] == at)
                            .findFirst();
                    before.ifPresentOrElse(
                            tone -> tone[1] += note.duration(), () -> tones.add(new long[] {at, note.duration(), key}));
                }
            }
            start += piece.bars().get(i).ticks();
        }
        return tones.stream()
                .sorted(Comparator.<long[]>comparingLong(tone -> tone[0]).thenComparingLong(tone -> tone[2]))
                .map(tone -> text(tone[0], audible(tone, tones), Q, tone[2]))
                .distinct()
                .toList();
    }

    /** Until the key is struck again, or released by the last note that holds it. */
    private static long audible(long[] tone, List<long[]> tones) {
        List<long[]> sameKey =
                tones.stream().filter(other -> other[2] == tone[2]).toList();
        long end = sameKey.stream()
                .filter(other -> other[0] <= tone[0])
                .mapToLong(other -> other[0] + other[1])
                .max()
                .orElseThrow();
        long again = sameKey.stream()
                .mapToLong(other -> other[0])
                .filter(start -> start > tone[0])
                .min()
                .orElse(end);
        return Math.min(end, again) - tone[0];
    }

    private static List<String> heard(Sequence sequence, int trackNumber) {
        Track track = sequence.getTracks()[trackNumber];
        Map<Integer, Deque<Long>> sounding = new HashMap<>();
        List<long[]> tones = new ArrayList<>();
        for (int i = 0; i < track.size(); i++) {
            MidiEvent event = track.get(i);
            if (event.getMessage() instanceof ShortMessage message) {
                int key = message.getData1();
                if (message.getCommand() == ShortMessage.NOTE_ON) {
                    sounding.computeIfAbsent(key, k -> new ArrayDeque<>()).add(event.getTick());
                } else if (message.getCommand() == ShortMessage.NOTE_OFF) {
                    long start = Objects.requireNonNull(sounding.get(key)).remove();
                    tones.add(new long[] {start, event.getTick() - start, key});
                }
            }
        }
        return tones.stream()
                .sorted(Comparator.<long[]>comparingLong(tone -> tone[0]).thenComparingLong(tone -> tone[2]))
                .map(tone -> text(tone[0], tone[1], sequence.getResolution(), tone[2]))
                .toList();
    }

    private static String text(long start, long length, int perQuarter, long key) {
        return quarters(start, perQuarter) + "+" + quarters(length, perQuarter) + " " + key;
    }

    private static String quarters(long ticks, int perQuarter) {
        return BigDecimal.valueOf(ticks)
                .divide(BigDecimal.valueOf(perQuarter))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String name(Track track) {
        MetaMessage first = (MetaMessage) track.get(0).getMessage();
        assertEquals(0x03, first.getType());
        return new String(first.getData(), UTF_8);
    }

    private static List<List<Integer>> metas(Sequence sequence, int type) {
        Track track = sequence.getTracks()[0];
        return IntStream.range(0, track.size())
                .mapToObj(i -> track.get(i).getMessage())
                .filter(message -> message instanceof MetaMessage meta && meta.getType() == type)
                .map(message -> ((MetaMessage) message).getData())
                .map(data -> IntStream.range(0, data.length)
                        .mapToObj(i -> (int) data[i])
                        .toList())
                .toList();
    }

    private static Stream<ShortMessage> shorts(Sequence sequence, int trackNumber) {
        Track track = sequence.getTracks()[trackNumber];
        return IntStream.range(0, track.size())
                .mapToObj(i -> track.get(i).getMessage())
                .filter(ShortMessage.class::isInstance)
                .map(ShortMessage.class::cast);
    }
}
