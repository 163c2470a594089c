package dev.fermata.notation.picture;

import dev.fermata.notation.Note;
import dev.fermata.notation.engraving.NoteValue;
import java.util.List;

/** A chord or a single note while it is drawn. */
final class ChordShape {

    private static final NoteValue UNUSUAL = new NoteValue(NoteValue.Type.QUARTER, 0, 1, 1);
    private static final double STEM = 3.4;

    private final List<Note> notes;
    private final List<Double> heads;
    private final double x;
    private boolean up;
    private double tip;

    /**
     * @param heads the vertical position of each note head, downwards
     */
    ChordShape(List<Note> notes, List<Double> heads, double x) {
        this.notes = notes;
        this.heads = heads;
        this.x = x;
    }

    List<Note> notes() {
        return notes;
    }

    List<Double> heads() {
        return heads;
    }

    double x() {
        return x;
    }

    NoteValue value() {
        return NoteValue.of(notes.get(0).duration()).orElse(UNUSUAL);
    }

    void stem(boolean upwards) {
        up = upwards;
        tip = up ? highest() - STEM : lowest() + STEM;
    }

    void reach(double y) {
        tip = y;
    }

    boolean up() {
        return up;
    }

    double tip() {
        return tip;
    }

    double stemX() {
        return up ? x + 0.58 : x - 0.58;
    }

    /** The start of the stem: at the head farthest from its tip. */
    double foot() {
        return up ? lowest() : highest();
    }

    double highest() {
        return heads.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    double lowest() {
        return heads.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
