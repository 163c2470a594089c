package dev.fermata.notation.midi.file;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One sound from its start to its end; tied notes are one tone.
 *
 * @param start ticks from the start of the piece
 * @param ticks its length, at least 1
 * @param key sounding MIDI key, or General MIDI percussion key, 0 to 127
 */
public record Tone(long start, long ticks, int key) {

    public long end() {
        return start + ticks;
    }

    /**
     * All tones of a part, by start. A key that is struck while it sounds starts a new tone, as on a keyboard, which
     * lasts to the later end. Pitches outside MIDI's keys are omitted.
     */
    public static List<Tone> of(Part part, Timeline timeline) {
        List<Tone> tones = new ArrayList<>();
        Map<Tied, Integer> open = new HashMap<>();
        Transposition transposition = Transposition.NONE;
        for (int i = 0; i < part.measures().size(); i++) {
            Measure measure = part.measures().get(i);
            transposition = measure.transposition().orElse(transposition);
            long barStart = timeline.starts().get(i);
            // A tie may lead to another voice, so the order is by time.
            for (Note note : byOnset(measure.notes())) {
                OptionalInt key = key(note.sound(), transposition);
                if (key.isPresent()) {
                    add(tones, open, note, new Tone(barStart + note.onset(), note.duration(), key.getAsInt()));
                }
            }
        }
        tones.sort(Comparator.comparingLong(Tone::start).thenComparingInt(Tone::key));
        return struckAnew(tones);
    }

    /** Separates overlapping tones of the same key; see {@link #of}. Tones must be sorted by start. */
    public static List<Tone> struckAnew(List<Tone> tones) {
        List<Tone> result = new ArrayList<>(tones.size());
        Map<Integer, Integer> lastOfKey = new HashMap<>();
        for (Tone tone : tones) {
            Integer last = lastOfKey.get(tone.key());
            if (last == null || result.get(last).end() <= tone.start()) {
                lastOfKey.put(tone.key(), result.size());
                result.add(tone);
            } else {
                Tone before = result.get(last);
                Tone anew = new Tone(tone.start(), Math.max(before.end(), tone.end()) - tone.start(), tone.key());
                if (before.start() == tone.start()) {
                    result.set(last, anew);
                } else {
                    result.set(last, new Tone(before.start(), tone.start() - before.start(), tone.key()));
                    lastOfKey.put(tone.key(), result.size());
                    result.add(anew);
                }
            }
        }
        return result;
    }

    /** Finds a tied tone that waits for its continuation. */
    private record Tied(long end, int key) {}

    private static void add(List<Tone> tones, Map<Tied, Integer> open, Note note, Tone tone) {
        Integer earlier = note.tieStop() ? open.remove(new Tied(tone.start(), tone.key())) : null;
        int index = tones.size();
        if (earlier == null) {
            tones.add(tone);
        } else {
            index = earlier;
            long start = tones.get(index).start();
            tones.set(index, new Tone(start, tone.end() - start, tone.key()));
        }
        if (note.tieStart()) {
            open.put(new Tied(tone.end(), tone.key()), index);
        }
    }

    private static List<Note> byOnset(List<Note> notes) {
        return notes.stream().sorted(Comparator.comparingInt(Note::onset)).toList();
    }

    private static OptionalInt key(Sound sound, Transposition transposition) {
        if (sound instanceof Sound.Stroke stroke) {
            return OptionalInt.of(stroke.key());
        }
        if (sound instanceof Pitch pitch) {
            int key = pitch.midi() + transposition.semitones();
            return key >= 0 && key <= 127 ? OptionalInt.of(key) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
