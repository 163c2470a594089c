package dev.fermata.notation.musicxml.write;

import dev.fermata.notation.Divisions;
import dev.fermata.notation.musicxml.xml.XmlOutput;

/** The writer's position in a measure: notes follow each other, all other moves need a backup or a forward. */
final class MeasureCursor {

    private final XmlOutput out;
    private final int divisions;
    private int at;
    private int furthest;

    MeasureCursor(XmlOutput out, int divisions) {
        this.out = out;
        this.divisions = divisions;
    }

    void moveTo(int onset) {
        if (onset != at) {
            out.open(onset < at ? "backup" : "forward");
            duration(Math.abs(onset - at));
            out.close();
            arrive(onset);
        }
    }

    /** Makes the measure at least this long. */
    void reach(int end) {
        if (furthest < end) {
            moveTo(end);
        }
    }

    void duration(int ticks) {
        out.leaf("duration", Divisions.inDivisions(ticks, divisions));
    }

    void arrive(int onset) {
        at = onset;
        furthest = Math.max(furthest, at);
    }
}
