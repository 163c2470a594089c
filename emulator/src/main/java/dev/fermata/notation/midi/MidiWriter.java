package dev.fermata.notation.midi;

import dev.fermata.notation.Divisions;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.notation.time.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * Writes a piece as a Standard MIDI File of type 1: a first track with title, metres, keys and tempos, then one track
 * for each part. Names are UTF-8. The same piece gives the same bytes.
 */
public final class MidiWriter {

    private static final int TRACK_NAME = 0x03;
    private static final int TEMPO = 0x51;
    private static final int TIME_SIGNATURE = 0x58;
    private static final int KEY_SIGNATURE = 0x59;
    private static final int MICROSECONDS_A_MINUTE = 60_000_000;

    private final Piece piece;
    private final Timeline timeline;
    private final int resolution;

    private MidiWriter(Piece piece) {
        this.piece = piece;
        this.timeline = piece.timeline();
        // Players expect 480; a piece that needs a finer division gets a multiple of it.
        int divisions = Divisions.of(piece);
        this.resolution = divisions / gcd(divisions, 480) * 480;
    }

    public static byte[] write(Piece piece) {
        return new MidiWriter(piece).bytes();
    }

    private byte[] bytes() {
        try {
            Sequence sequence = new Sequence(Sequence.PPQ, resolution);
            conductor(sequence.createTrack());
            for (int i = 0; i < piece.parts().size(); i++) {
                Part part = piece.parts().get(i);
                Track track = sequence.createTrack();
                add(track, 0, name(part.name()));
                TrackWriter writer = new TrackWriter(track, piece.midiChannel(i), this::inFile);
                writer.program(part.instrument().program());
                writer.tones(Tone.of(part, timeline));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MidiSystem.write(sequence, 1, out);
            return out.toByteArray();
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("MIDI cannot express a value of the piece", e);
        } catch (IOException e) {
            throw new UncheckedIOException("writing MIDI to memory failed", e);
        }
    }

    private void conductor(Track track) throws InvalidMidiDataException {
        add(track, 0, name(piece.title()));
        int tempos = 0;
        Optional<Part> pitched = piece.parts().stream()
                .filter(part -> !part.instrument().percussion())
                .findFirst();
        Transposition transposition = Transposition.NONE;
        TimeSignature time = TimeSignature.COMMON;
        TimeSignature told = time;
        for (int i = 0; i < piece.bars().size(); i++) {
            long start = timeline.starts().get(i);
            Bar bar = piece.bars().get(i);
            time = bar.time().orElse(time);
            boolean last = i == piece.bars().size() - 1;
            // An upbeat has its own metre; otherwise all later bar lines would be read at the wrong positions.
            TimeSignature real = last ? time : time.lasting(bar.ticks()).orElse(time);
            if (bar.time().isPresent() || !real.equals(told)) {
                add(track, start, timeSignature(real));
            }
            told = real;
            if (pitched.isPresent()) {
                Measure measure = pitched.get().measures().get(i);
                transposition = measure.transposition().orElse(transposition);
                Optional<Key> key = measure.key().map(transposition::sounding);
                if (key.isPresent()) {
                    add(track, start, keySignature(key.get()));
                }
            }
            long end = start + bar.ticks();
            for (;
                    tempos < timeline.tempos().size()
                            && timeline.tempos().get(tempos).tick() < end;
                    tempos++) {
                Timeline.TempoAt tempo = timeline.tempos().get(tempos);
                add(track, tempo.tick(), tempo(tempo.qpm()));
            }
        }
        // The last bar may end with rests, which a player should wait for.
        add(track, timeline.end(), new MetaMessage(0x2F, new byte[0], 0));
    }

    private void add(Track track, long tick, MidiMessage message) {
        track.add(new MidiEvent(message, inFile(tick)));
    }

    private long inFile(long ticks) {
        return ticks * resolution / Ticks.PER_QUARTER;
    }

    private static MetaMessage name(String text) throws InvalidMidiDataException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new MetaMessage(TRACK_NAME, bytes, bytes.length);
    }

    private static MetaMessage tempo(BigDecimal qpm) throws InvalidMidiDataException {
        int micros = BigDecimal.valueOf(MICROSECONDS_A_MINUTE)
                .divide(qpm, 0, RoundingMode.HALF_UP)
                .intValueExact();
        return new MetaMessage(TEMPO, new byte[] {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros}, 3);
    }

    private static MetaMessage timeSignature(TimeSignature time) throws InvalidMidiDataException {
        int power = Integer.numberOfTrailingZeros(time.beatType());
        int clocksPerBeat = 24 * time.beatTicks() / Ticks.PER_QUARTER;
        byte[] data = {(byte) time.beats(), (byte) power, (byte) Math.max(1, clocksPerBeat), 8};
        return new MetaMessage(TIME_SIGNATURE, data, data.length);
    }

    private static MetaMessage keySignature(Key key) throws InvalidMidiDataException {
        return new MetaMessage(KEY_SIGNATURE, new byte[] {(byte) key.fifths(), (byte) (key.minor() ? 1 : 0)}, 2);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
