package dev.fermata.flat.adagio;

import dev.fermata.notation.Divisions;
import dev.fermata.notation.Note;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Says where things stand in a measure: when, and after which of its notes. */
final class Places {

    private final JsonOutput out;
    private final List<Note> notes;
    private final int divisions;
    private final Map<Integer, NavigableMap<Integer, Integer>> lastNotes = new HashMap<>();

    Places(JsonOutput out, List<Note> notes, int divisions) {
        this.out = out;
        this.notes = notes;
        this.divisions = divisions;
    }

    int divisions() {
        return divisions;
    }

    int inDivisions(int ticks) {
        return Divisions.inDivisions(ticks, divisions);
    }

    /** The place of a note. */
    void location(int tick) {
        out.object("$adagio-location", () -> {
            out.number("timePos", inDivisions(tick));
            out.number("dpq", divisions);
        });
    }

    /** The place of what stands on a staff between the notes. */
    void between(int staff, int tick) {
        Map.Entry<Integer, Integer> before = tick == 0
                ? null
                : lastNotes.computeIfAbsent(staff, this::lastNotesOn).lowerEntry(tick);
        place(before == null ? -1 : before.getValue(), tick);
    }

    /** The place of what stands after all notes. */
    void end(int tick) {
        place(notes.size() - 1, tick);
    }

    private void place(int noteBefore, int tick) {
        out.number("noteBefore", noteBefore);
        location(tick);
    }

    /** The last of the notes on a staff that begin until then, by time: searched once, not for each change. */
    private NavigableMap<Integer, Integer> lastNotesOn(int staff) {
        NavigableMap<Integer, Integer> last = new TreeMap<>();
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).staff() == staff) {
                last.put(notes.get(i).onset(), i);
            }
        }
        int before = -1;
        for (Map.Entry<Integer, Integer> entry : last.entrySet()) {
            before = Math.max(before, entry.getValue());
            entry.setValue(before);
        }
        return last;
    }
}
