package dev.fermata.notation.midi;

import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.midi.file.Line;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes lines as parts: bar by bar, on the instrument's usual staves and in its usual transposition. */
final class PartBuilder {

    /** With two hands, notes from middle C up are on the upper staff. */
    private static final int MIDDLE_C = 60;

    private static final Key NO_ACCIDENTALS = new Key(0, false);

    private final List<Bar> bars;
    private final List<Long> starts;
    private final NavigableMap<Long, Key> keys;
    private final Limits limits;

    /**
     * @param keys sounding keys, by tick
     */
    PartBuilder(List<Bar> bars, NavigableMap<Long, Key> keys, Limits limits) {
        this.bars = bars;
        this.starts = Timeline.of(bars).starts();
        this.keys = keys;
        this.limits = limits;
    }

    /**
     * @param hands one line for all staves, or one for each
     */
    Part part(String id, List<Line> hands) throws UnreadableScoreException {
        Line line = hands.get(0);
        KnownInstrument known = line.known();
        List<List<List<Sounding>>> staves = staves(hands, known.clefs().size());
        List<Measure> measures = new ArrayList<>(bars.size());
        Key key = NO_ACCIDENTALS;
        for (int i = 0; i < bars.size(); i++) {
            Optional<Key> change = keyOf(i).filter(next -> !line.isPercussion());
            key = change.orElse(key);
            int bar = i;
            List<Note> notes = notes(
                    line,
                    known,
                    key,
                    staves.stream().map(staff -> staff.get(bar)).toList(),
                    bars.get(i).ticks());
            if (i == 0) {
                measures.add(known.opening(key, notes));
            } else {
                measures.add(
                        new Measure(change.map(known.transposition()::written), Optional.empty(), List.of(), notes));
            }
        }
        String name = line.name().isEmpty() ? known.name() : line.name();
        String abbreviation = name.equals(known.name()) ? known.abbreviation() : "";
        return new Part(id, name, abbreviation, line.instrument(), known.clefs().size(), measures);
    }

    /**
     * @param staves the sounds on each, from the top
     */
    private List<Note> notes(Line line, KnownInstrument known, Key sounding, List<List<Sounding>> staves, int ticks)
            throws UnreadableScoreException {
        Key key = known.transposition().written(sounding);
        int down = known.transposition().semitones();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < staves.size(); i++) {
            StaffWriter writer = new StaffWriter(
                    i + 1,
                    ticks,
                    midi -> line.isPercussion() ? Drums.stroke(midi) : Spelling.of(midi - down, key),
                    limits);
            notes.addAll(writer.write(staves.get(i)));
        }
        return notes;
    }

    /** The sounds on each staff, from the top, in each bar. */
    private List<List<List<Sounding>>> staves(List<Line> hands, int staves) throws UnreadableScoreException {
        List<List<List<Sounding>>> result = new ArrayList<>();
        for (Line hand : hands) {
            List<List<Sounding>> sounds = byBar(hand.tones());
            if (hands.size() == staves) {
                result.add(sounds);
            } else {
                result.add(those(sounds, sound -> sound.key() >= MIDDLE_C));
                result.add(those(sounds, sound -> sound.key() < MIDDLE_C));
            }
        }
        return result;
    }

    private static List<List<Sounding>> those(List<List<Sounding>> byBar, Predicate<Sounding> which) {
        return byBar.stream().map(bar -> bar.stream().filter(which).toList()).toList();
    }

    /** The last key that starts in a bar. */
    private Optional<Key> keyOf(int bar) {
        var last = keys.lowerEntry(starts.get(bar) + bars.get(bar).ticks());
        return last == null || last.getKey() < starts.get(bar) ? Optional.empty() : Optional.of(last.getValue());
    }

    private List<List<Sounding>> byBar(List<Tone> tones) throws UnreadableScoreException {
        List<List<Sounding>> byBar = new ArrayList<>(bars.size());
        bars.forEach(bar -> byBar.add(new ArrayList<>()));
        for (Tone tone : tones) {
            int found = Collections.binarySearch(starts, tone.start());
            int first = found >= 0 ? found : -found - 2;
            for (int i = first; i < bars.size() && starts.get(i) < tone.end(); i++) {
                limits.note();
                long start = starts.get(i);
                Sounding whole = new Sounding(
                        (int) Math.max(0, tone.start() - start),
                        (int) Math.min(tone.end() - start, bars.get(i).ticks()),
                        tone.key(),
                        tone.start() < start,
                        tone.end() > start + bars.get(i).ticks());
                byBar.get(i).add(whole);
            }
        }
        return byBar;
    }
}
