package dev.fermata.notation.picture;

import dev.fermata.notation.Clef;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.engraving.Accidentals;
import dev.fermata.notation.engraving.Beams;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.time.TimeSignature;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The notes and rests of one part in one bar. */
final class BarPainter {

    private static final NoteValue QUARTER = new NoteValue(NoteValue.Type.QUARTER, 0, 1, 1);
    private static final NoteValue WHOLE = new NoteValue(NoteValue.Type.WHOLE, 0, 1, 1);
    // More would only give a black area.
    private static final int MOST_NOTES = 1_000;

    private final Pen pen;
    private final Glyphs glyphs;
    private final Clef[] clefs;
    private final Accidentals accidentals;
    private final double top;

    /** @param top the top line of the part's first staff */
    BarPainter(Pen pen, Glyphs glyphs, Clef[] clefs, Accidentals accidentals, double top) {
        this.pen = pen;
        this.glyphs = glyphs;
        this.clefs = clefs;
        this.accidentals = accidentals;
        this.top = top;
    }

    void paint(Measure measure, Columns columns, TimeSignature time, int barTicks) {
        List<Note> notes = measure.notes().stream().limit(MOST_NOTES).toList();
        IdentityHashMap<Note, ChordShape> byFirst = new IdentityHashMap<>();
        List<ChordShape> shapes = new ArrayList<>();
        for (List<Note> chord : chords(notes)) {
            Note first = chord.get(0);
            if (first.isRest()) {
                rest(first, columns, barTicks);
            } else {
                ChordShape shape = shape(chord, columns.of(first.onset()));
                shape.stem(stemUp(shape, notes));
                shapes.add(shape);
                byFirst.put(first, shape);
            }
        }
        List<ChordShape> flagged = new ArrayList<>(shapes);
        for (List<Note> group : Beams.of(notes, time.beatTicks()).groups()) {
            List<ChordShape> joined = group.stream().map(byFirst::get).toList();
            new BeamPainter(pen).join(joined, stemUp(joined.get(0), notes));
            flagged.removeAll(joined);
        }
        shapes.forEach(this::headsAndStem);
        flagged.forEach(this::flags);
    }

    private static List<List<Note>> chords(List<Note> notes) {
        List<List<Note>> chords = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= notes.size(); i++) {
            if (i == notes.size() || !Beams.isChord(notes.get(i - 1), notes.get(i))) {
                chords.add(notes.subList(from, i));
                from = i;
            }
        }
        return notes.isEmpty() ? List.of() : chords;
    }

    private ChordShape shape(List<Note> chord, double x) {
        return new ChordShape(chord, chord.stream().map(this::headOf).toList(), x);
    }

    private double headOf(Note note) {
        int height = note.sound() instanceof Pitch pitch
                ? pitch.height()
                : clef(note).bottomLine();
        if (note.sound() instanceof Sound.Stroke stroke) {
            height = new Pitch(stroke.step(), 0, stroke.octave()).height();
        }
        return staffTop(note) + Page.STAFF - (height - clef(note).bottomLine()) / 2.0;
    }

    /** Stems of voices that share a staff point away from each other; a single voice's stems point to the middle. */
    private boolean stemUp(ChordShape shape, List<Note> notes) {
        Note first = shape.notes().get(0);
        int lowest = first.voice();
        int highest = first.voice();
        for (Note note : notes) {
            if (note.staff() == first.staff()) {
                lowest = Math.min(lowest, note.voice());
                highest = Math.max(highest, note.voice());
            }
        }
        boolean low = shape.highest() + shape.lowest() > 2 * (staffTop(first) + Page.STAFF / 2);
        return lowest == highest ? low : first.voice() == lowest;
    }

    private void headsAndStem(ChordShape shape) {
        NoteValue value = shape.value();
        boolean hollow = value.type().ticks() >= NoteValue.Type.HALF.ticks();
        for (int i = 0; i < shape.notes().size(); i++) {
            Note note = shape.notes().get(i);
            double y = shape.heads().get(i);
            ledgerLines(shape.x(), y, staffTop(note));
            pen.head(shape.x(), y, hollow);
            for (int dot = 0; dot < value.dots(); dot++) {
                pen.dot(shape.x() + 1.1 + 0.6 * dot, Math.floor(y - staffTop(note)) + staffTop(note) + 0.5, 0.2);
            }
            if (note.sound() instanceof Pitch pitch && accidentals.isNeeded(note)) {
                glyphs.accidental(pitch.alter(), shape.x() - 1.4, y);
            }
        }
        if (value.type().hasStem()) {
            pen.line(shape.stemX(), shape.foot(), shape.stemX(), shape.tip(), 0.13);
        }
    }

    private void ledgerLines(double x, double y, double staff) {
        for (double line = staff - 1; line >= y - 0.1 && line > staff - 9; line--) {
            pen.line(x - 1, line, x + 1, line, 0.12);
        }
        for (double line = staff + Page.STAFF + 1; line <= y + 0.1 && line < staff + 13; line++) {
            pen.line(x - 1, line, x + 1, line, 0.12);
        }
    }

    private void flags(ChordShape shape) {
        double down = shape.up() ? 1 : -1;
        for (int i = 0; i < shape.value().type().flags(); i++) {
            double y = shape.tip() + i * 0.8 * down;
            pen.curves(shape.stemX(), y, 0.25, 0, 0, 0.1, 0.9 * down, 1.2, down, 0.8, 2.4 * down);
        }
    }

    private void rest(Note rest, Columns columns, int barTicks) {
        if (rest.duration() == barTicks) {
            glyphs.rest(WHOLE, columns.middle(), staffTop(rest));
        } else {
            glyphs.rest(NoteValue.of(rest.duration()).orElse(QUARTER), columns.of(rest.onset()), staffTop(rest));
        }
    }

    private double staffTop(Note note) {
        return top + Page.staffTop(Math.min(note.staff(), clefs.length) - 1);
    }

    private Clef clef(Note note) {
        return clefs[Math.min(note.staff(), clefs.length) - 1];
    }
}
