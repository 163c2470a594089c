package dev.fermata.notation.imagined;

import dev.fermata.notation.Note;
import dev.fermata.notation.pitch.Sound;
import java.util.ArrayList;
import java.util.List;

/** A line that mostly moves by step, uses chord notes on strong beats, and ends on the tonic. */
final class Melody {

    private static final int BARS_IN_PHRASE = 4;

    private final Harmony harmony;
    private final Metre metre;
    private final Soloist soloist;
    private final Dice dice;
    private final List<List<List<Integer>>> rhythmsOfPhrases;
    private int height;

    Melody(Harmony harmony, Metre metre, Soloist soloist, Dice dice) {
        this.harmony = harmony;
        this.metre = metre;
        this.soloist = soloist;
        this.dice = dice;
        // Two rhythmic phrases, A and B; a piece repeats A A B A.
        this.rhythmsOfPhrases = List.of(phrase(), phrase());
        this.height = harmony.tonicNear(soloist.middle());
    }

    /** The notes for each bar, as they sound, in voice 1 on staff 1. */
    List<List<Note>> bars() {
        int count = harmony.roots().size();
        List<List<Note>> bars = new ArrayList<>(count);
        for (int bar = 0; bar < count - 1; bar++) {
            bars.add(bar(bar));
            if (bar > 0) {
                tie(bars.get(bar - 1), bars.get(bar));
            }
        }
        bars.add(ending(count - 1));
        return bars;
    }

    private List<List<Integer>> phrase() {
        List<List<Integer>> rhythms = new ArrayList<>();
        for (int i = 0; i < BARS_IN_PHRASE; i++) {
            rhythms.add(dice.pick(metre.rhythms()));
        }
        return rhythms;
    }

    private List<Note> bar(int bar) {
        int phrase = bar / BARS_IN_PHRASE % 4 == 2 ? 1 : 0;
        boolean lastOfPhrase = bar % BARS_IN_PHRASE == BARS_IN_PHRASE - 1;
        List<Integer> rhythm = rhythmsOfPhrases.get(phrase).get(bar % BARS_IN_PHRASE);
        List<Note> notes = new ArrayList<>();
        int onset = 0;
        for (int i = 0; i < rhythm.size(); i++) {
            boolean breath = lastOfPhrase && i > 0 && i == rhythm.size() - 1 && dice.onceIn(2);
            boolean strong = onset % metre.time().beatTicks() == 0;
            if (!breath) {
                move(bar, strong);
            }
            Sound sound = breath ? Sound.REST : harmony.pitch(bar, height);
            notes.add(new Note(onset, rhythm.get(i), 1, 1, sound));
            onset += rhythm.get(i);
        }
        return notes;
    }

    private List<Note> ending(int bar) {
        height = soloist.clamp(harmony.tonicNear(height));
        return List.of(new Note(0, metre.time().ticks(), 1, 1, harmony.pitch(bar, height)));
    }

    private void move(int bar, boolean strong) {
        if (strong && harmony.isChordNote(bar, height) && dice.onceIn(4)) {
            return;
        }
        int direction = dice.onceIn(2) ? 1 : -1;
        // At the limits of the range only one direction is possible.
        if (height <= soloist.lowest() + 1) {
            direction = 1;
        } else if (height >= soloist.highest() - 1) {
            direction = -1;
        }
        height += dice.onceIn(6) ? 2 * direction : direction;
        while (strong && !harmony.isChordNote(bar, height)) {
            height += direction;
        }
    }

    /** Sometimes ties a note over the bar line, if the next one has the same pitch. */
    private void tie(List<Note> before, List<Note> after) {
        Note last = before.get(before.size() - 1);
        Note first = after.get(0);
        if (!last.isRest() && last.sound().equals(first.sound()) && dice.onceIn(2)) {
            before.set(before.size() - 1, last.withTies(true, last.tieStop()));
            after.set(0, first.withTies(false, true));
        }
    }
}
