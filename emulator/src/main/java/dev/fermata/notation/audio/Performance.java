package dev.fermata.notation.audio;

import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.time.Timeline;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The sound of a piece: one channel of 16-bit samples, {@value #RATE} a second, exactly as long as the score. The same
 * piece gives the same samples on every machine. It is computed block by block: memory depends only on the number of
 * notes, time on the length and on how many notes sound together.
 */
final class Performance {
    /** Samples a second. */
    static final int RATE = 22_050;

    private static final int BLOCK = 1_152; // the samples of an MP3 frame
    private static final int MOST_VOICES = 64;
    private static final float LOUDNESS = 0.3f;

    private final List<Strike> strikes;
    private final long samples;

    private Performance(List<Strike> strikes, long samples) {
        this.strikes = strikes;
        this.samples = samples;
    }

    static Performance of(Piece piece) {
        Timeline timeline = piece.timeline();
        SampleTime time = new SampleTime(timeline);
        List<Strike> strikes = new ArrayList<>();
        for (Part part : piece.parts()) {
            Timbre timbre = Timbre.of(part.instrument());
            for (Tone tone : Tone.of(part, timeline)) {
                strikes.add(new Strike(time.sampleAt(tone.start()), time.sampleAt(tone.end()), tone.key(), timbre));
            }
        }
        strikes.sort(Comparator.comparingLong(Strike::start));
        return new Performance(strikes, time.sampleAt(timeline.end()));
    }

    /** The length in samples. */
    long samples() {
        return samples;
    }

    /** Receives blocks of samples, as little-endian bytes. */
    interface Sink {
        void take(byte[] block, int length) throws IOException;
    }

    /** Plays the piece from start to end. */
    void play(Sink sink) throws IOException {
        float[] mix = new float[BLOCK];
        byte[] bytes = new byte[2 * BLOCK];
        Iterator<Strike> coming = strikes.iterator();
        Strike next = coming.hasNext() ? coming.next() : null;
        Deque<Voice> voices = new ArrayDeque<>();
        for (long from = 0; from < samples; from += BLOCK) {
            int length = (int) Math.min(BLOCK, samples - from);
            while (next != null && next.start() < from + length) {
                if (voices.size() == MOST_VOICES) {
                    voices.removeFirst(); // removes the oldest, as synthesizers do
                }
                voices.addLast(new Voice(next));
                next = coming.hasNext() ? coming.next() : null;
            }
            Arrays.fill(mix, 0);
            long start = from;
            voices.removeIf(voice -> !voice.mixInto(mix, length, start));
            sink.take(bytes, pack(mix, length, bytes));
        }
    }

    private static int pack(float[] mix, int length, byte[] bytes) {
        for (int i = 0; i < length; i++) {
            float loud = LOUDNESS * mix[i];
            int sample = (int) (Short.MAX_VALUE * loud / (1 + Math.abs(loud))); // limits softly instead of clipping
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return 2 * length;
    }
}
