package dev.fermata.notation.musicxml.write;

import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.Accidentals;
import dev.fermata.notation.engraving.Beams;
import dev.fermata.notation.engraving.Tuplets;
import dev.fermata.notation.musicxml.xml.XmlOutput;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.util.List;

/** The measures of one part. */
public final class PartWriter {

    private final XmlOutput out;
    private final Part part;
    private final int divisions;
    private final boolean withTempos;
    private final Accidentals accidentals = new Accidentals();
    private TimeSignature time = TimeSignature.COMMON;

    public PartWriter(XmlOutput out, Part part, int divisions, boolean withTempos) {
        this.out = out;
        this.part = part;
        this.divisions = divisions;
        this.withTempos = withTempos;
    }

    public void write(Piece piece) {
        List<Bar> bars = piece.bars();
        boolean upbeat = piece.beginsWithUpbeat();
        for (int i = 0; i < bars.size(); i++) {
            String number = Integer.toString(upbeat ? i : i + 1);
            if (upbeat && i == 0) {
                out.open("measure", "number", number, "implicit", "yes");
            } else {
                out.open("measure", "number", number);
            }
            write(bars.get(i), part.measures().get(i), i == 0);
            if (i == bars.size() - 1) {
                finalBarLine();
            }
            out.close();
        }
    }

    private void write(Bar bar, Measure measure, boolean first) {
        time = bar.time().orElse(time);
        accidentals.enter(measure);
        attributes(bar, measure, first);
        MeasureCursor cursor = new MeasureCursor(out, divisions);
        if (withTempos) {
            for (Tempo tempo : bar.tempos()) {
                cursor.moveTo(tempo.onset());
                tempo(tempo);
            }
        }
        for (ClefChange change : measure.clefs()) {
            if (change.onset() > 0) {
                cursor.moveTo(change.onset());
                out.open("attributes");
                clef(change);
                out.close();
            }
        }
        Beams beams = Beams.of(measure.notes(), time.beatTicks());
        Tuplets tuplets = Tuplets.of(measure.notes());
        new NoteWriter(out, part, cursor, accidentals, beams, tuplets).write(measure.notes(), bar.ticks());
        cursor.reach(bar.ticks());
    }

    private void attributes(Bar bar, Measure measure, boolean first) {
        List<ClefChange> clefs =
                measure.clefs().stream().filter(change -> change.onset() == 0).toList();
        boolean none = measure.key().isEmpty()
                && bar.time().isEmpty()
                && clefs.isEmpty()
                && measure.transposition().isEmpty();
        if (!first && none) {
            return;
        }
        out.open("attributes");
        if (first) {
            out.leaf("divisions", divisions);
        }
        measure.key().ifPresent(this::key);
        bar.time().ifPresent(this::time);
        if (first && part.staves() > 1) {
            out.leaf("staves", part.staves());
        }
        clefs.forEach(this::clef);
        measure.transposition().ifPresent(this::transpose);
        out.close();
    }

    private void key(Key key) {
        out.open("key");
        out.leaf("fifths", key.fifths());
        out.leaf("mode", key.minor() ? "minor" : "major");
        out.close();
    }

    private void time(TimeSignature signature) {
        out.open("time");
        out.leaf("beats", signature.beats());
        out.leaf("beat-type", signature.beatType());
        out.close();
    }

    private void clef(ClefChange change) {
        Clef clef = change.clef();
        out.open("clef", "number", Integer.toString(change.staff()));
        out.leaf("sign", clef.sign().musicXml());
        out.leaf("line", clef.line());
        if (clef.octaveChange() != 0) {
            out.leaf("clef-octave-change", clef.octaveChange());
        }
        out.close();
    }

    private void transpose(Transposition transposition) {
        int octaves = transposition.octaves();
        Transposition within = transposition.withinAnOctave();
        out.open("transpose");
        out.leaf("diatonic", within.steps());
        out.leaf("chromatic", within.semitones());
        if (octaves != 0) {
            out.leaf("octave-change", octaves);
        }
        out.close();
    }

    private void tempo(Tempo tempo) {
        String qpm = tempo.qpm().toPlainString();
        out.open("direction", "placement", "above");
        out.open("direction-type");
        out.open("metronome");
        out.leaf("beat-unit", "quarter");
        out.leaf("per-minute", qpm);
        out.close();
        out.close();
        out.empty("sound", "tempo", qpm);
        out.close();
    }

    private void finalBarLine() {
        out.open("barline", "location", "right");
        out.leaf("bar-style", "light-heavy");
        out.close();
    }
}
