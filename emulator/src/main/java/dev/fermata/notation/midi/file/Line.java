package dev.fermata.notation.midi.file;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Orchestra;
import java.util.ArrayList;
import java.util.List;

/**
 * The tones of one channel in one track, which become a part.
 *
 * @param channel 0 to 15; 9 is percussion
 * @param program General MIDI program, 0 to 127
 * @param name of its track; empty if it has none of its own
 * @param tones by start; the unit of ticks depends on the caller
 */
public record Line(int channel, int program, String name, List<Tone> tones) {

    private static final int PERCUSSION = 9;

    public boolean isPercussion() {
        return channel == PERCUSSION;
    }

    public KnownInstrument known() {
        return isPercussion() ? Orchestra.DRUMSET : Orchestra.byProgram(program, name);
    }

    /** The known instrument, with the program of the file. */
    public Instrument instrument() {
        Instrument usual = known().instrument();
        return new Instrument(usual.id(), program, usual.percussion());
    }

    /**
     * The lines of each part. A grand staff is one line, or two: some programs write a track for each hand, both on the
     * same channel.
     */
    public static List<List<Line>> byPart(List<Line> all) {
        List<List<Line>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); ) {
            Line first = all.get(i);
            int same = 1;
            while (i + same < all.size() && first.hasSamePlayer(all.get(i + same))) {
                same++;
            }
            int lines = same == 2 && first.known().clefs().size() == 2 ? 2 : 1;
            for (int end = i + same; i < end; i += lines) {
                parts.add(all.subList(i, i + lines));
            }
        }
        return parts;
    }

    private boolean hasSamePlayer(Line other) {
        return channel == other.channel && program == other.program && name.equals(other.name);
    }

    public Line withTones(List<Tone> others) {
        return new Line(channel, program, name, others);
    }
}
