package dev.fermata.flat.adagio;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The voices of a part in Flat's own count: from 0, staff by staff, without gaps. A voice belongs to the staff that it
 * begins on; a staff on which none begins has one that stays empty.
 *
 * @param byStaff the voices of each staff, at least one
 * @param indexes by the numbers that the notes give
 */
record PartVoices(List<List<Integer>> byStaff, Map<Integer, Integer> indexes) {

    static PartVoices of(Part part) {
        Map<Integer, Integer> staffOf = new TreeMap<>();
        for (Measure measure : part.measures()) {
            for (Note note : measure.notes()) {
                staffOf.putIfAbsent(note.voice(), Math.min(note.staff(), part.staves()));
            }
        }
        List<List<Integer>> byStaff = new ArrayList<>();
        Map<Integer, Integer> indexes = new HashMap<>();
        int next = 0;
        for (int staff = 1; staff <= part.staves(); staff++) {
            List<Integer> voices = new ArrayList<>();
            for (Map.Entry<Integer, Integer> voice : staffOf.entrySet()) {
                if (voice.getValue() == staff) {
                    indexes.put(voice.getKey(), next);
                    voices.add(next++);
                }
            }
            if (voices.isEmpty()) {
                voices.add(next++);
            }
            byStaff.add(voices);
        }
        return new PartVoices(byStaff, indexes);
    }

    int count() {
        return byStaff.stream().mapToInt(List::size).sum();
    }

    /** What a note says its voice is: one more than the index, as in MusicXML. */
    int numberOf(Note note) {
        return indexes.getOrDefault(note.voice(), 0) + 1;
    }
}
