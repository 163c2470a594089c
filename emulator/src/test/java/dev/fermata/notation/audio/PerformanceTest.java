package dev.fermata.notation.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {
    private static final int Q = Ticks.PER_QUARTER;
    private static final Pitch A4 = new Pitch(Step.A, 0, 4);
    private static final Pitch A3 = new Pitch(Step.A, 0, 3);
    private static final int FLUTE = 73;

    /** Bars of 4/4 at 60 quarters a minute: a quarter is a second. */
    private static Piece piece(Instrument instrument, Measure... measures) {
        return piece(List.of(new Tempo(0, BigDecimal.valueOf(60))), instrument, measures);
    }

    private static Piece piece(List<Tempo> tempos, Instrument instrument, Measure... measures) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < measures.length; i++) {
            bars.add(new Bar(4 * Q, Optional.empty(), i == 0 ? tempos : List.of()));
        }
        Part part = new Part("P1", "", "", instrument, 1, List.of(measures));
        return new Piece("", Optional.empty(), bars, List.of(part));
    }

    private static Instrument pitched(int program) {
        return new Instrument("x.y", program, false);
    }

    private static byte[] wav(Piece piece) throws IOException {
        var out = new ByteArrayOutputStream();
        WavWriter.write(piece, out);
        return out.toByteArray();
    }

    private static short[] samples(Piece piece) throws Exception {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav(piece)))) {
            byte[] bytes = in.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8));
            }
            return samples;
        }
    }

    /** The loudness between two seconds: from 0 for silence to 1. */
    private static double loudness(short[] samples, double from, double to) {
        return IntStream.range((int) (from * Performance.RATE), (int) (to * Performance.RATE))
                        .mapToDouble(i -> Math.abs(samples[i]))
                        .average()
                        .orElseThrow()
                / Short.MAX_VALUE;
    }

    /** The strength of a frequency in one second (Goertzel). */
    private static double strength(short[] samples, int second, double hertz) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / Performance.RATE);
        double before = 0;
        double last = 0;
        for (int i = 0; i < Performance.RATE; i++) {
            double next = samples[second * Performance.RATE + i] + turn * last - before;
            before = last;
            last = next;
        }
        return last * last + before * before - turn * last * before;
    }

    @Nested
    class Sounds {
        @Test
        void thePitchOfEachNote() throws Exception {
            short[] samples = samples(
                    piece(pitched(FLUTE), Measure.of(List.of(new Note(0, Q, 1, 1, A4), new Note(Q, Q, 1, 1, A3)))));

            for (double neighbour : new double[] {220, 415, 453, 466, 880 * 1.02}) {
                assertTrue(strength(samples, 0, 440) > 10 * strength(samples, 0, neighbour), "not " + neighbour);
            }
            for (double neighbour : new double[] {110, 208, 226, 440 * 1.06}) {
                assertTrue(strength(samples, 1, 220) > 10 * strength(samples, 1, neighbour), "not " + neighbour);
            }
        }

        @Test
        void whenTheNotesSoundAndNotBetween() throws Exception {
            short[] samples = samples(piece(
                    pitched(FLUTE), Measure.of(List.of(new Note(0, Q, 1, 1, A4), new Note(2 * Q, Q, 1, 1, A4)))));

            assertTrue(loudness(samples, 0.1, 0.9) > 0.1);
            assertEquals(0, loudness(samples, 1, 2));
            assertTrue(loudness(samples, 2.1, 2.9) > 0.1);
            assertEquals(0, loudness(samples, 3, 4));
        }

        @Test
        void slowerFromTheMiddleOfABarOn() throws Exception {
            List<Tempo> tempos =
                    List.of(new Tempo(0, BigDecimal.valueOf(120)), new Tempo(2 * Q, BigDecimal.valueOf(30)));
            short[] samples = samples(piece(tempos, pitched(FLUTE), Measure.of(List.of(new Note(3 * Q, Q, 1, 1, A4)))));

            // Two quarters in a second, then two in four.
            assertEquals(5 * Performance.RATE, samples.length);
            assertEquals(0, loudness(samples, 0, 3));
            assertTrue(loudness(samples, 3.1, 4.9) > 0.1);
        }

        @ParameterizedTest(name = "on program {0}")
        @ValueSource(ints = {0, 13, 19, 24, 40, 46, 52, 56, 73, 80, 105, 114})
        void everyKindOfInstrument(int program) throws Exception {
            short[] samples = samples(piece(pitched(program), Measure.of(List.of(new Note(0, 4 * Q, 1, 1, A4)))));

            assertTrue(loudness(samples, 0.05, 0.5) > 0.05);
        }

        @Test
        void aPianoThatDiesAwayAndAFluteThatDoesNot() throws Exception {
            Measure held = Measure.of(List.of(new Note(0, 4 * Q, 1, 1, A4)));
            short[] piano = samples(piece(pitched(0), held));
            short[] flute = samples(piece(pitched(FLUTE), held));

            assertTrue(loudness(piano, 3, 4) < loudness(piano, 0, 1) / 2);
            assertEquals(loudness(flute, 0.5, 1), loudness(flute, 3, 3.5), 0.01);
        }

        @Test
        void percussionThatIsSoonOver() throws Exception {
            Instrument drums = new Instrument("x.y", 0, true);
            short[] samples = samples(piece(
                    drums, Measure.of(List.of(new Note(0, 4 * Q, 1, 1, new Sound.Stroke(Step.F, 4, 38))))));

            assertTrue(loudness(samples, 0, 0.1) > 0.02);
            assertTrue(loudness(samples, 2, 3) < 0.001);
        }
    }

    @Nested
    class Plays {
        @Test
        void everyNoteOfAChord() throws Exception {
            Pitch cSharp = new Pitch(Step.C, 1, 5);
            Pitch e = new Pitch(Step.E, 0, 5);
            List<Note> chord = List.of(
                    new Note(0, 2 * Q, 1, 1, A4), new Note(0, 2 * Q, 1, 1, cSharp), new Note(0, 2 * Q, 1, 1, e));
            short[] samples = samples(piece(pitched(FLUTE), Measure.of(chord)));

            double nothing = strength(samples, 0, 500);
            for (double tone : new double[] {440, 554.37, 659.26}) {
                assertTrue(strength(samples, 0, tone) > 100 * nothing, "no " + tone);
            }
        }

        @Test
        void aNoteToItsEndThoughManyComeAndGoMeanwhile() throws Exception {
            List<Note> notes = new ArrayList<>(List.of(new Note(0, 4 * Q, 1, 1, A4)));
            for (int i = 0; i < 70; i++) {
                notes.add(new Note(i * Q / 40, Q / 40, 2, 1, A3));
            }
            short[] samples = samples(piece(pitched(FLUTE), Measure.of(notes)));

            assertTrue(loudness(samples, 3.5, 3.9) > 0.1);
        }

        @Test
        void withoutAClickWhereANoteBeginsOrEnds() throws Exception {
            int odd = Q / 7; // not at the edge of a block
            short[] samples = samples(piece(pitched(FLUTE), Measure.of(List.of(new Note(odd, 2 * Q, 1, 1, A4)))));

            int steepest = IntStream.range(1, samples.length)
                    .map(i -> Math.abs(samples[i] - samples[i - 1]))
                    .max()
                    .orElseThrow();
            assertTrue(steepest < 2_500, "jumps by " + steepest);
            assertTrue(loudness(samples, 1.0 / 7 + 0.005, 1.0 / 7 + 0.01) > 0.05, "begins late");
            assertTrue(loudness(samples, 2 + 1.0 / 7 - 0.02, 2 + 1.0 / 7 - 0.01) > 0.03, "ends early");
        }

        @Test
        void partsInTheOrderOfTime() throws Exception {
            Part late = new Part(
                    "P1", "", "", pitched(FLUTE), 1, List.of(Measure.of(List.of(new Note(2 * Q, Q, 1, 1, A4)))));
            Part early =
                    new Part("P2", "", "", pitched(FLUTE), 1, List.of(Measure.of(List.of(new Note(0, Q, 1, 1, A3)))));
            List<Bar> bars = List.of(new Bar(4 * Q, Optional.empty(), List.of(new Tempo(0, BigDecimal.valueOf(60)))));
            short[] samples = samples(new Piece("", Optional.empty(), bars, List.of(late, early)));

            assertTrue(loudness(samples, 0.1, 0.9) > 0.1);
            assertTrue(loudness(samples, 2.1, 2.9) > 0.1);
        }
    }

    @Nested
    class Bears {
        @Test
        void moreNotesAtOnceThanAnySynthesizer() throws Exception {
            List<Note> cluster = IntStream.range(0, 3_000)
                    .mapToObj(i -> new Note(0, 4 * Q, 1 + i, 1, Pitch.at(i % 60, 0)))
                    .toList();

            short[] samples = samples(piece(pitched(FLUTE), Measure.of(cluster)));

            assertTrue(loudness(samples, 0.5, 3.5) > 0.1);
            assertTrue(IntStream.range(0, samples.length).noneMatch(i -> samples[i] == Short.MAX_VALUE), "it is cut");
        }

        @Test
        void aPieceThatIsSilent() throws Exception {
            assertEquals(0, loudness(samples(piece(pitched(0), Measure.silent(4 * Q, 1))), 0, 4));
        }

        @Test
        void theHighestAndTheLowestKeys() throws Exception {
            List<Note> ends = List.of(
                    new Note(0, Q, 1, 1, new Pitch(Step.E, 0, 9)), new Note(Q, Q, 1, 1, new Pitch(Step.C, 0, 0)));

            short[] samples = samples(piece(pitched(0), Measure.of(ends)));

            assertTrue(loudness(samples, 1.1, 1.9) > 0.01);
            assertTrue(loudness(samples, 0.05, 0.3) > 0.01);
        }

        @Test
        void keysTooHighToBeHeardWhichThenAreNot() throws Exception {
            Note highest = new Note(0, 4 * Q, 1, 1, new Pitch(Step.G, 0, 9));

            assertEquals(0, loudness(samples(piece(pitched(0), Measure.of(List.of(highest)))), 0, 4));
        }
    }

    @Test
    void lastsExactlyAsLongAsTheScore() throws Exception {
        assertEquals(8 * Performance.RATE, samples(piece(pitched(0), bars(2))).length);
        assertEquals(44 + 2 * 8 * Performance.RATE, wav(piece(pitched(0), bars(2))).length);
    }

    /** The same on every machine: a hash from one of them. */
    @Test
    void isTheSameEverywhere() throws Exception {
        Instrument drums = new Instrument("x.y", 0, true);
        Measure beats = Measure.of(List.of(new Note(0, Q, 1, 1, new Sound.Stroke(Step.F, 4, 38))));
        Measure tones = Measure.of(List.of(new Note(Q, Q, 1, 1, A4), new Note(2 * Q, Q / 3, 1, 1, A3)));
        List<Bar> bars = List.of(new Bar(4 * Q, Optional.empty(), List.of(new Tempo(0, BigDecimal.valueOf(97)))));
        List<Part> parts = List.of(
                new Part("P1", "", "", drums, 1, List.of(beats)),
                new Part("P2", "", "", pitched(0), 1, List.of(tones)));
        byte[] wav = wav(new Piece("", Optional.empty(), bars, parts));

        assertEquals(
                "c7234551ff39469833c25742182a3adefb807110ffc693ec7b23ff68d3df7803",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav)));
    }

    @Test
    void isAWavFileOfOneChannel() throws Exception {
        ByteBuffer header = ByteBuffer.wrap(wav(piece(pitched(0), bars(1)))).order(ByteOrder.LITTLE_ENDIAN);
        int data = 2 * 4 * Performance.RATE;

        assertEquals(36 + data, header.getInt(4));
        assertEquals(1, header.getShort(22));
        assertEquals(Performance.RATE, header.getInt(24));
        assertEquals(2 * Performance.RATE, header.getInt(28));
        assertEquals(2, header.getShort(32));
        assertEquals(16, header.getShort(34));
        assertEquals(data, header.getInt(40));
    }

    @Test
    void isTheSameForTheSamePiece() throws Exception {
        Piece piece = piece(pitched(0), Measure.of(List.of(new Note(0, Q, 1, 1, A4))));

        assertArrayEquals(wav(piece), wav(piece));
    }

    private static Measure[] bars(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Measure.of(List.of(new Note(0, 4 * Q, 1, 1, A4))))
                .toArray(Measure[]::new);
    }
}
