package dev.fermata.notation.engraving;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import java.util.ArrayList;
import java.util.List;

/** Cuts what no single note can be written for into several, tied. What is heard stays the same. */
public final class TiedNotes {

    /** How many more notes there may be. A huge score of odd lengths must not become many times as large. */
    private int room;

    private TiedNotes(int room) {
        this.room = room;
    }

    /**
     * The piece in notes that have a {@link NoteValue}. A rest that fills its measure stays whole: it has one shape in
     * every metre. So does what is too short for any note, and all that no room is left for in {@link Limits#NOTES}.
     */
    public static Piece writable(Piece piece) {
        int notes = 0;
        for (Part part : piece.parts()) {
            for (Measure measure : part.measures()) {
                notes += measure.notes().size();
            }
        }
        TiedNotes ties = new TiedNotes(Math.max(0, Limits.NOTES - notes));
        return piece.withParts(
                piece.parts().stream().map(part -> ties.writable(part, piece)).toList());
    }

    private Part writable(Part part, Piece piece) {
        List<Measure> measures = new ArrayList<>(part.measures().size());
        for (Measure measure : part.measures()) {
            int barTicks = piece.bars().get(measures.size()).ticks();
            List<Note> notes = new ArrayList<>(measure.notes().size());
            measure.notes().forEach(note -> notes.addAll(writable(note, barTicks)));
            measures.add(notes.size() == measure.notes().size() ? measure : measure.withNotes(notes));
        }
        return part.withMeasures(measures);
    }

    private List<Note> writable(Note note, int barTicks) {
        List<Integer> lengths = NoteValue.between(note.onset(), note.end());
        boolean wholeMeasure = note.isRest() && note.duration() == barTicks;
        if (lengths.size() == 1 || wholeMeasure || lengths.size() - 1 > room) {
            return List.of(note);
        }
        room -= lengths.size() - 1;
        List<Note> result = new ArrayList<>(lengths.size());
        int at = note.onset();
        for (int length : lengths) {
            Note piece = new Note(at, length, note.voice(), note.staff(), note.sound());
            boolean start = at + length < note.end() || note.tieStart();
            boolean stop = at > note.onset() || note.tieStop();
            result.add(note.isRest() ? piece : piece.withTies(start, stop));
            at += length;
        }
        return result;
    }
}
