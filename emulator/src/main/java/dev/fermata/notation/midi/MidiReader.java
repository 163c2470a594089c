package dev.fermata.notation.midi;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.midi.file.Conductor;
import dev.fermata.notation.midi.file.Line;
import dev.fermata.notation.midi.file.Recording;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * Reads Standard MIDI Files of format 0 and 1, from untrusted sources.
 *
 * <p>Reads the title, tempos, metres, keys, and for each channel of each track a part with its name, its instrument and
 * its notes; two tracks for the two hands of one player become one part. Files by {@link MidiWriter} give the same
 * notes again; recorded performances are moved to a {@linkplain Grid grid}. Ignores velocities, pedals, bends and all
 * other controllers, lyrics and exclusive messages, and program changes after the first note.
 */
public final class MidiReader {

    private MidiReader() {}

    public static Piece read(byte[] file) throws UnreadableScoreException {
        Recording recording = Recording.of(file);
        Conductor conductor = recording.conductor();
        LongUnaryOperator toTicks = recording.time().toTicks(conductor.tempos());
        Grid grid = grid(recording, toTicks);
        List<Line> lines = recording.lines().stream()
                .map(line -> line.withTones(onGrid(line.tones(), toTicks, grid)))
                .toList();
        long end = lines.stream()
                .flatMap(line -> line.tones().stream())
                .mapToLong(Tone::end)
                .reduce(grid.end(toTicks.applyAsLong(recording.end())), Math::max);
        LongUnaryOperator place = tick -> grid.end(toTicks.applyAsLong(tick));
        List<Bar> bars = new BarLines(moved(conductor.times(), place), moved(conductor.tempos(), place)).until(end);
        List<List<Line>> byPart = Line.byPart(lines);
        Limits.size(byPart.size(), bars.size());
        NavigableMap<Long, Key> keys = moved(conductor.keys(), place);
        PartBuilder builder = new PartBuilder(bars, keys, new Limits());
        List<Part> parts = new ArrayList<>();
        for (List<Line> hands : byPart) {
            parts.add(builder.part("P" + (parts.size() + 1), hands));
        }
        return new Piece(recording.title(), Optional.empty(), bars, parts);
    }

    private static Grid grid(Recording recording, LongUnaryOperator toTicks) {
        long[] onsets = recording.lines().stream()
                .flatMap(line -> line.tones().stream())
                .mapToLong(tone -> toTicks.applyAsLong(tone.start()))
                .toArray();
        return new Grid(onsets, recording.time().precision());
    }

    private static List<Tone> onGrid(List<Tone> tones, LongUnaryOperator toTicks, Grid grid) {
        List<Tone> moved = new ArrayList<>(tones.size());
        for (Tone tone : tones) {
            long start = toTicks.applyAsLong(tone.start());
            long onset = grid.onset(start);
            moved.add(new Tone(onset, grid.end(start, toTicks.applyAsLong(tone.end())) - onset, tone.key()));
        }
        moved.sort(Comparator.comparingLong(Tone::start).thenComparingInt(Tone::key));
        return Tone.struckAnew(moved);
    }

    /** Changes by tick of the file, at the ticks where they are written. */
    private static <T> NavigableMap<Long, T> moved(NavigableMap<Long, T> changes, LongUnaryOperator place) {
        NavigableMap<Long, T> moved = new TreeMap<>();
        changes.forEach((tick, change) -> moved.put(place.applyAsLong(tick), change));
        return moved;
    }
}
