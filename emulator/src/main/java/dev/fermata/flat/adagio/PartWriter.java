package dev.fermata.flat.adagio;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.Accidentals;
import dev.fermata.notation.engraving.Beams;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.util.List;

/** The measures of one part. */
final class PartWriter {

    private final JsonOutput out;
    private final Part part;
    private final int divisions;
    private final boolean withTempos;
    private final PartVoices voices;
    private final Accidentals accidentals = new Accidentals();
    private TimeSignature time = TimeSignature.COMMON;

    PartWriter(JsonOutput out, Part part, int divisions, boolean withTempos) {
        this.out = out;
        this.part = part;
        this.divisions = divisions;
        this.withTempos = withTempos;
        this.voices = PartVoices.of(part);
    }

    void write(Piece piece) {
        int firstNumber = piece.beginsWithUpbeat() ? 0 : 1;
        int count = piece.numberMeasures();
        out.list("measure", () -> {
            for (int i = 0; i < count; i++) {
                int index = i;
                out.object(() -> {
                    out.text("$number", firstNumber + index);
                    if (firstNumber + index == 0) {
                        out.text("$implicit", "yes");
                    }
                    write(piece.bars().get(index), part.measures().get(index), index == 0, index == count - 1);
                });
            }
        });
    }

    private void write(Bar bar, Measure measure, boolean first, boolean last) {
        time = bar.time().orElse(time);
        accidentals.enter(measure);
        Places places = new Places(out, measure.notes(), divisions);
        Beams beams = Beams.of(measure.notes(), time.beatTicks());
        new NoteWriter(out, part, voices, places, accidentals, beams).write(measure.notes());
        out.list("harmony", () -> {});
        new AttributesWriter(out, part).write(measure, first, bar.time(), time, places);
        if (withTempos && !bar.tempos().isEmpty()) {
            tempos(bar.tempos(), places);
        }
        out.list("$adagio-beatsList", this::beats);
        if (last) {
            out.object("barline", () -> {
                out.text("$location", "right");
                out.text("bar-style", "light-heavy");
                places.end(bar.ticks());
            });
        }
    }

    /** What is played, and what is read. */
    private void tempos(List<Tempo> tempos, Places places) {
        out.list(
                "sound",
                () -> tempos.forEach(tempo -> out.object(() -> {
                    out.text("$tempo", tempo.qpm().toPlainString());
                    places.between(1, tempo.onset());
                })));
        out.list(
                "direction",
                () -> tempos.forEach(tempo -> out.object(() -> {
                    out.text("$placement", "above");
                    out.text("staff", 1);
                    out.object(
                            "direction-type",
                            () -> out.object("metronome", () -> {
                                out.text("per-minute", tempo.qpm().toPlainString());
                                out.text("beat-unit", "quarter");
                            }));
                    places.between(1, tempo.onset());
                })));
    }

    /** How long each beat is, counted in the metre's own unit: 1 1 1 in 3/4, 3 3 in 6/8. */
    private void beats() {
        int unit = time.ticks() / time.beats();
        for (int at = 0; at < time.ticks(); at += time.beatTicks()) {
            out.number(time.beatTicks() / unit);
        }
    }
}
