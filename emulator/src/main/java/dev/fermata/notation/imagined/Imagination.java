package dev.fermata.notation.imagined;

import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Orchestra;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Generates the result of the fake recognition: a short piece that does not depend on the printed notes, but is the
 * same for the same document on every machine and Java version.
 *
 * <p>Half of the pieces are for piano; the others are for a single melody instrument, with or without piano.
 */
public final class Imagination {

    /** Measures for each page. */
    public static final int MEASURES_A_PAGE = 16;

    /** The maximum number of measures, so that a book of a thousand pages gives only a few megabytes. */
    public static final int MOST_MEASURES = 1_024;

    private static final List<Metre> METRES =
            List.of(Metre.FOUR_FOUR, Metre.FOUR_FOUR, Metre.THREE_FOUR, Metre.TWO_FOUR, Metre.SIX_EIGHT);

    private Imagination() {}

    /**
     * The piece for a document.
     *
     * @param documentHash identifies the document, such as the SHA-256 of its bytes
     * @param pages of the document; less than 1 counts as 1
     */
    public static Piece imagine(String title, Optional<String> composer, String documentHash, int pages) {
        Dice dice = Dice.seededBy(documentHash);
        int measures = Math.max(1, Math.min(pages, MOST_MEASURES / MEASURES_A_PAGE)) * MEASURES_A_PAGE;
        Key key = new Key(dice.below(9) - 4, dice.onceIn(4));
        Metre metre = dice.pick(METRES);
        BigDecimal qpm = BigDecimal.valueOf(66 + 2L * dice.below(34));
        boolean piano = dice.onceIn(2);
        boolean accompanied = piano || dice.onceIn(2);
        Soloist soloist = piano ? Soloist.PIANIST : dice.pick(Soloist.OTHERS);

        Harmony harmony = Harmony.of(key, measures, dice);
        List<List<Note>> melody = new Melody(harmony, metre, soloist, dice).bars();
        Accompaniment hands = new Accompaniment(harmony, metre, dice);
        List<Part> parts = new ArrayList<>();
        if (!piano) {
            parts.add(part("P1", soloist.instrument(), key, melody));
        }
        if (accompanied) {
            List<List<Note>> both = new ArrayList<>();
            for (int bar = 0; bar < measures; bar++) {
                List<Note> notes = new ArrayList<>(piano ? melody.get(bar) : hands.right(bar));
                notes.addAll(hands.left(bar));
                both.add(notes);
            }
            parts.add(part(piano ? "P1" : "P2", Orchestra.PIANO, key, both));
        }
        return new Piece(title, composer, bars(metre, qpm, measures), parts);
    }

    private static List<Bar> bars(Metre metre, BigDecimal qpm, int measures) {
        int ticks = metre.time().ticks();
        List<Bar> bars = new ArrayList<>(measures);
        bars.add(new Bar(ticks, Optional.of(metre.time()), List.of(new Tempo(0, qpm))));
        while (bars.size() < measures) {
            bars.add(new Bar(ticks, Optional.empty(), List.of()));
        }
        return bars;
    }

    private static Part part(String id, KnownInstrument instrument, Key sounding, List<List<Note>> bars) {
        Transposition toWritten = instrument.transposition().inverse();
        List<Measure> measures = new ArrayList<>(bars.size());
        for (List<Note> bar : bars) {
            List<Note> written =
                    bar.stream().map(note -> moved(note, toWritten)).toList();
            measures.add(measures.isEmpty() ? instrument.opening(sounding, written) : Measure.of(written));
        }
        return new Part(
                id,
                instrument.name(),
                instrument.abbreviation(),
                instrument.instrument(),
                instrument.clefs().size(),
                measures);
    }

    private static Note moved(Note note, Transposition by) {
        return note.sound() instanceof Pitch pitch
                ? new Note(
                        note.onset(),
                        note.duration(),
                        note.voice(),
                        note.staff(),
                        pitch.moved(by.steps(), by.semitones()),
                        note.tieStart(),
                        note.tieStop())
                : note;
    }
}
