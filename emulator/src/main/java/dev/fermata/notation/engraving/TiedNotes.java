package dev.fermata.notation.engraving;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import java.util.ArrayList;
import java.util.List;

/** Splits notes that no single note value can express into tied notes. The sound does not change. */
public final class TiedNotes {

    /** How many notes may be added. A large score with odd lengths must not grow without limit. */
    private int room;

    private TiedNotes(int room) {
        this.room = room;
    }

    /**
     * The piece with notes that all have a {@link NoteValue}. A full-measure rest is not split: it has one form in
     * every metre. Notes shorter than any value are not split either, nor are any after {@link Limits#NOTES} is
     * reached.
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
