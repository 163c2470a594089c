package dev.fermata.notation.picture;

import dev.fermata.notation.Clef;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.TimeSignature;
import java.util.List;

/** The symbols of a staff; {@code y} is its top line unless stated otherwise. */
final class Glyphs {

    // The positions of key accidentals in a treble clef, in steps above the lowest line.
    private static final List<Integer> SHARPS = List.of(8, 5, 9, 6, 3, 7, 4);
    private static final List<Integer> FLATS = List.of(4, 7, 3, 6, 2, 5, 1);

    // Digits in a box of 1 by 2, as lines.
    private static final double[][] DIGITS = {
        {0.2, 0, 0.8, 0, 1, 0.5, 1, 1.5, 0.8, 2, 0.2, 2, 0, 1.5, 0, 0.5, 0.2, 0},
        {0.2, 0.4, 0.6, 0, 0.6, 2},
        {0, 0.4, 0.4, 0, 0.9, 0.2, 0.9, 0.7, 0, 2, 1, 2},
        {0, 0.1, 1, 0.1, 0.4, 0.9, 1, 1.4, 0.7, 2, 0, 1.9},
        {0.8, 2, 0.8, 0, 0, 1.4, 1.1, 1.4},
        {0.9, 0, 0.1, 0, 0.1, 0.9, 0.8, 0.9, 1, 1.5, 0.6, 2, 0, 1.9},
        {0.9, 0, 0.3, 0.4, 0, 1.3, 0.3, 2, 0.8, 2, 1, 1.5, 0.7, 1, 0.1, 1.2},
        {0, 0, 1, 0, 0.4, 2},
        {0.5, 0.9, 0.1, 0.5, 0.5, 0, 0.9, 0.5, 0.5, 0.9, 0, 1.5, 0.5, 2, 1, 1.5, 0.5, 0.9},
        {0.1, 2, 0.7, 1.6, 1, 0.7, 0.7, 0, 0.2, 0, 0, 0.5, 0.3, 1, 0.9, 0.8}
    };

    private final Pen pen;

    Glyphs(Pen pen) {
        this.pen = pen;
    }

    void clef(Clef clef, double x, double y) {
        double line = y + 5 - clef.line();
        switch (clef.sign()) {
            case G -> {
                pen.curves(
                        x, line, 0.3, 1.3, 0.6, 0.6, 0.6, 0.5, -0.7, 1.4, -0.7, 2.6, -0.7, 2.6, 1, 1.2, 1, -0.5, 1,
                        -0.5, -1.3, 0.8, -2.2, 2.2, -3.2, 2, -4.6, 1.5, -4.6, 0.8, -4.6, 1, -3, 1.2, -2);
                pen.curves(x, line, 0.25, 1.2, -2, 1.35, -1, 1.6, 0.5, 1.7, 1.6, 1.75, 2.5, 0.9, 2.8, 0.5, 2.1);
                pen.dot(x + 0.6, line + 2, 0.3);
            }
            case F -> {
                pen.dot(x + 0.3, line, 0.4);
                pen.curves(x, line, 0.35, 0.1, -0.2, 0.4, -1.4, 2.2, -1.3, 2.1, 0.3, 2, 1.7, 1, 2.5, -0.1, 3);
                pen.dot(x + 2.8, line - 0.5, 0.22);
                pen.dot(x + 2.8, line + 0.5, 0.22);
            }
            case C -> {
                pen.block(x, line - 2, 0.5, 4);
                pen.line(x + 0.9, line - 2, x + 0.9, line + 2, 0.15);
                pen.curves(x, line, 0.3, 1.1, 0, 1.6, -0.3, 1.4, -1.9, 2.2, -1.9, 2.9, -1.7, 2.6, -0.3, 1.6, -0.4);
                pen.curves(x, line, 0.3, 1.1, 0, 1.6, 0.3, 1.4, 1.9, 2.2, 1.9, 2.9, 1.7, 2.6, 0.3, 1.6, 0.4);
            }
            case PERCUSSION -> {
                pen.block(x + 0.5, y + 1, 0.5, 2);
                pen.block(x + 1.4, y + 1, 0.5, 2);
            }
        }
    }

    /** Draws the accidentals of a key; returns their width. */
    double key(Key key, Clef clef, double x, double y) {
        int count = Math.abs(key.fifths());
        List<Integer> places = key.fifths() > 0 ? SHARPS : FLATS;
        // In a bass or alto clef the same notes are drawn lower, by less than an octave.
        int shift = -Math.floorMod(clef.bottomLine() - Clef.TREBLE.bottomLine() + 2, 7) + 2;
        for (int i = 0; i < count; i++) {
            int place = places.get(i) + Math.max(shift, -3);
            accidental(Integer.signum(key.fifths()), x + i, y + 4 - place / 2.0);
        }
        return count;
    }

    void time(TimeSignature time, double x, double y) {
        number(time.beats(), x, y);
        number(time.beatType(), x, y + 2);
    }

    /** Draws a sharp, flat or natural at the height {@code y} of its note. */
    void accidental(int alter, double x, double y) {
        if (alter > 0) {
            pen.line(x - 0.18, y - 1.2, x - 0.18, y + 1.3, 0.12);
            pen.line(x + 0.18, y - 1.3, x + 0.18, y + 1.2, 0.12);
            pen.line(x - 0.45, y - 0.3, x + 0.45, y - 0.55, 0.28);
            pen.line(x - 0.45, y + 0.55, x + 0.45, y + 0.3, 0.28);
        } else if (alter < 0) {
            pen.line(x - 0.3, y - 1.8, x - 0.3, y + 0.6, 0.14);
            pen.curves(x, y, 0.2, -0.3, -0.1, 0.2, -0.7, 0.8, -0.3, -0.3, 0.6);
        } else {
            pen.strokes(x, y, 0.14, -0.25, -1.3, -0.25, 0.5, 0.25, 0.3);
            pen.strokes(x, y, 0.14, 0.25, 1.3, 0.25, -0.5, -0.25, -0.3);
        }
    }

    void rest(NoteValue value, double x, double y) {
        int flags = value.type().flags();
        if (flags > 0) {
            double foot = y + 2 + flags * 0.5;
            pen.line(x + 0.4, y + 1.2, x - 0.2, foot + 0.5, 0.15);
            for (int i = 0; i < flags; i++) {
                pen.dot(x - 0.45, y + 1.3 + i, 0.25);
                pen.curves(x, y + i, 0.15, -0.5, 1.4, -0.2, 1.7, 0.2, 1.6, 0.4, 1.2);
            }
        } else if (!value.type().hasStem()) {
            pen.block(x - 0.6, y + 1, 1.2, 0.5);
        } else if (value.type() == NoteValue.Type.HALF) {
            pen.block(x - 0.6, y + 1.5, 1.2, 0.5);
        } else {
            pen.strokes(x, y, 0.3, -0.25, 0.6, 0.35, 1.4, -0.2, 2, 0.4, 2.8);
            pen.curves(x, y, 0.3, 0.4, 2.8, -0.6, 2.4, -0.5, 3.1, 0.1, 3.5);
        }
    }

    private void number(int number, double x, double y) {
        String digits = Integer.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            pen.strokes(x + 1.3 * i, y + 0.15, 0.35, scaled(DIGITS[digits.charAt(i) - '0']));
        }
    }

    private static double[] scaled(double[] digit) {
        double[] smaller = digit.clone();
        for (int i = 0; i < smaller.length; i++) {
            smaller[i] *= 0.85;
        }
        return smaller;
    }
}
