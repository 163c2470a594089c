package dev.fermata.notation.midi;

import dev.fermata.notation.midi.file.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** The tones of one part on one channel. */
final class TrackWriter {

    private static final int VELOCITY = 80;

    private final Track track;
    private final int channel;
    private final LongUnaryOperator inFile;

    /**
     * @param inFile converts ticks to the file's ticks
     */
    TrackWriter(Track track, int channel, LongUnaryOperator inFile) {
        this.track = track;
        this.channel = channel;
        this.inFile = inFile;
    }

    void program(int program) throws InvalidMidiDataException {
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0), 0));
    }

    void tones(List<Tone> tones) throws InvalidMidiDataException {
        List<Switch> switches = new ArrayList<>(2 * tones.size());
        for (Tone tone : tones) {
            switches.add(new Switch(inFile.applyAsLong(tone.start()), true, tone.key()));
            switches.add(new Switch(inFile.applyAsLong(tone.end()), false, tone.key()));
        }
        // Note-off before note-on: otherwise a repeated key would end at once.
        switches.sort(
                Comparator.comparingLong(Switch::tick).thenComparing(Switch::on).thenComparingInt(Switch::key));
        for (Switch turn : switches) {
            int command = turn.on() ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF;
            int velocity = turn.on() ? VELOCITY : 0;
            track.add(new MidiEvent(new ShortMessage(command, channel, turn.key(), velocity), turn.tick()));
        }
    }

    private record Switch(long tick, boolean on, int key) {}
}
