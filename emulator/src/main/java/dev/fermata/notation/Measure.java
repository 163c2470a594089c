package dev.fermata.notation;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The content of one {@link Bar} in one part.
 *
 * @param key the written key, if it changes
 * @param transposition if it changes
 * @param clefs the clefs that begin here
 * @param notes by voice, then onset; sorted by the constructor
 */
public record Measure(
        Optional<Key> key, Optional<Transposition> transposition, List<ClefChange> clefs, List<Note> notes) {

    private static final Comparator<Note> ORDER =
            Comparator.comparingInt(Note::voice).thenComparingInt(Note::onset);

    public Measure {
        clefs = List.copyOf(clefs);
        notes = notes.stream().sorted(ORDER).toList();
    }

    /** A measure without changes. */
    public static Measure of(List<Note> notes) {
        return new Measure(Optional.empty(), Optional.empty(), List.of(), notes);
    }

    /** A measure of rests on every staff. */
    public static Measure silent(int ticks, int staves) {
        return of(IntStream.rangeClosed(1, staves)
                .mapToObj(staff -> new Note(0, ticks, staff, staff, Sound.REST))
                .toList());
    }

    public Measure withNotes(List<Note> others) {
        return new Measure(key, transposition, clefs, others);
    }

    /** A copy in which the part's transposition changes. */
    public Measure withTransposition(Transposition other) {
        return new Measure(key, other.equals(Transposition.NONE) ? Optional.empty() : Optional.of(other), clefs, notes);
    }
}
