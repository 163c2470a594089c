package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Collects the tones of one track by channel, and its name. */
final class TrackRecorder implements TrackReader.Events {

    private static final int TRACK_NAME = 0x03;

    private final Conductor conductor;
    private final Limits limits;
    private final Map<Integer, Channel> channels = new TreeMap<>();
    private String name = "";
    private long end;

    TrackRecorder(Conductor conductor, Limits limits) {
        this.conductor = conductor;
        this.limits = limits;
    }

    @Override
    public void strike(long tick, int channel, int key) throws UnreadableScoreException {
        limits.note();
        channel(channel).strike(tick, key);
    }

    @Override
    public void release(long tick, int channel, int key) {
        channel(channel).release(tick, key);
    }

    @Override
    public void program(int channel, int program) {
        channel(channel).program(program);
    }

    @Override
    public void meta(long tick, int type, byte[] data) throws UnreadableScoreException {
        if (type == TRACK_NAME && name.isEmpty()) {
            name = MidiText.line(data);
        }
        conductor.meta(tick, type, data);
    }

    @Override
    public void end(long tick) {
        end = tick;
        channels.values().forEach(channel -> channel.releaseAll(tick));
    }

    /** Empty if it has none. */
    String name() {
        return name;
    }

    /** The tick of the file at which the track ends. */
    long end() {
        return end;
    }

    boolean plays() {
        return channels.values().stream().anyMatch(channel -> !channel.tones.isEmpty());
    }

    /** The program that this track sets for a channel. */
    OptionalInt program(int channel) {
        Channel chosen = channels.get(channel);
        return chosen == null ? OptionalInt.empty() : chosen.program;
    }

    /** The tones of each channel that plays or has a program, in ticks of the file; by channel. */
    Map<Integer, List<Tone>> tones() {
        Map<Integer, List<Tone>> tones = new TreeMap<>();
        channels.forEach((number, channel) -> {
            if (!channel.tones.isEmpty() || channel.program.isPresent()) {
                channel.tones.sort(Comparator.comparingLong(Tone::start).thenComparingInt(Tone::key));
                tones.put(number, channel.tones);
            }
        });
        return tones;
    }

    private Channel channel(int number) {
        return channels.computeIfAbsent(number, n -> new Channel());
    }

    /** The state of the keys of one channel. */
    private static final class Channel {

        private static final long RELEASED = -1;

        private final long[] heldSince = new long[128];
        private final List<Tone> tones = new ArrayList<>();
        private OptionalInt program = OptionalInt.empty();

        Channel() {
            Arrays.fill(heldSince, RELEASED);
        }

        /** Only the last change before the first tone counts: a part keeps its instrument. */
        void program(int number) {
            boolean playing = !tones.isEmpty() || Arrays.stream(heldSince).anyMatch(since -> since != RELEASED);
            if (program.isEmpty() || !playing) {
                program = OptionalInt.of(number);
            }
        }

        void strike(long tick, int key) {
            release(tick, key);
            heldSince[key] = tick;
        }

        void release(long tick, int key) {
            if (heldSince[key] != RELEASED) {
                tones.add(new Tone(heldSince[key], tick - heldSince[key], key));
                heldSince[key] = RELEASED;
            }
        }

        void releaseAll(long tick) {
            for (int key = 0; key < heldSince.length; key++) {
                release(tick, key);
            }
        }
    }
}
