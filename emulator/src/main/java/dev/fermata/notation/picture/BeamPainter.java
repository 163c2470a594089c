package dev.fermata.notation.picture;

import dev.fermata.notation.engraving.NoteValue;
import java.util.List;

/** Joins the stems of a group under beams. */
final class BeamPainter {

    private static final double STEEPEST = 1.5;
    private static final double BETWEEN_BEAMS = 0.75;

    private final Pen pen;

    BeamPainter(Pen pen) {
        this.pen = pen;
    }

    /** Extends all stems of the group to one slanted line, and draws it. */
    void join(List<ChordShape> group, boolean up) {
        group.forEach(shape -> shape.stem(up));
        ChordShape first = group.get(0);
        ChordShape last = group.get(group.size() - 1);
        double rise = Math.max(-STEEPEST, Math.min(STEEPEST, last.tip() - first.tip()));
        double slope = rise / Math.max(1, last.stemX() - first.stemX());
        // Moves the line outwards until every stem has at least its original length.
        double start = first.tip();
        for (ChordShape shape : group) {
            double wanted = shape.tip() - slope * (shape.stemX() - first.stemX());
            start = up ? Math.min(start, wanted) : Math.max(start, wanted);
        }
        for (ChordShape shape : group) {
            shape.reach(start + slope * (shape.stemX() - first.stemX()));
        }
        double inwards = up ? BETWEEN_BEAMS : -BETWEEN_BEAMS;
        for (int level = 1; level <= NoteValue.Type.HUNDRED_TWENTY_EIGHTH.flags(); level++) {
            beams(group, level, (level - 1) * inwards, slope);
        }
    }

    private void beams(List<ChordShape> group, int level, double offset, double slope) {
        for (int i = 0; i < group.size(); i++) {
            if (has(group, i, level)) {
                ChordShape from = group.get(i);
                if (has(group, i + 1, level)) {
                    ChordShape to = group.get(i + 1);
                    pen.beam(from.stemX(), from.tip() + offset, to.stemX(), to.tip() + offset);
                } else if (!has(group, i - 1, level)) {
                    double length = i == 0 ? 1.2 : -1.2;
                    double y = from.tip() + offset;
                    pen.beam(from.stemX(), y, from.stemX() + length, y + slope * length);
                }
            }
        }
    }

    private static boolean has(List<ChordShape> group, int i, int level) {
        return i >= 0 && i < group.size() && group.get(i).value().type().flags() >= level;
    }
}
