package dev.fermata.flat.adagio;

import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.TimeSignature;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The clefs, keys and metres of one part. */
final class AttributesWriter {

    private final JsonOutput out;
    private final Part part;

    AttributesWriter(JsonOutput out, Part part) {
        this.out = out;
        this.part = part;
    }

    /** Every measure says which metre holds; besides that the first says everything, the others what changes. */
    void write(Measure measure, boolean first, Optional<TimeSignature> change, TimeSignature holding, Places places) {
        out.list("attributes", () -> {
            out.object(() -> {
                if (first) {
                    out.text("divisions", places.divisions());
                    opening(measure, holding);
                } else {
                    change.ifPresent(time -> time("time", time));
                    clefs(measure.clefs().stream()
                            .filter(clef -> clef.onset() == 0)
                            .toList());
                    measure.key().ifPresent(this::key);
                }
                measure.transposition().ifPresent(this::transpose);
                time("$adagio-time", holding);
                places.between(1, 0);
            });
            for (ClefChange clef : measure.clefs()) {
                if (clef.onset() > 0) {
                    out.object(() -> {
                        clefs(List.of(clef));
                        places.between(clef.staff(), clef.onset());
                    });
                }
            }
        });
    }

    private void opening(Measure measure, TimeSignature time) {
        time("time", time);
        if (part.staves() > 1) {
            out.text("staves", part.staves());
        }
        List<Integer> staves = IntStream.rangeClosed(1, part.staves()).boxed().toList();
        clefs(staves.stream().map(staff -> openingClef(measure, staff)).toList());
        key(measure.key().orElse(new Key(0, false)));
        out.elements("staff-details", staves, staff -> {
            number(staff);
            out.text("staff-lines", 5);
        });
    }

    /** What a client reads at the start of every file of Flat's, it shall find here, even if the source left it out. */
    private ClefChange openingClef(Measure measure, int staff) {
        Clef usual = part.instrument().percussion() ? Clef.PERCUSSION : Clef.TREBLE;
        return measure.clefs().stream()
                .filter(clef -> clef.onset() == 0 && clef.staff() == staff)
                .findFirst()
                .orElse(new ClefChange(0, staff, usual));
    }

    private void clefs(List<ClefChange> changes) {
        out.elements("clef", changes, change -> {
            number(change.staff());
            out.text("sign", change.clef().sign().musicXml());
            out.text("line", change.clef().line());
            if (change.clef().octaveChange() != 0) {
                out.text("clef-octave-change", change.clef().octaveChange());
            }
        });
    }

    private void key(Key key) {
        out.object("key", () -> {
            out.text("fifths", key.fifths());
            if (key.minor()) {
                out.text("mode", "minor");
            }
        });
    }

    private void time(String name, TimeSignature time) {
        out.object(name, () -> {
            out.text("beats", time.beats());
            out.text("beat-type", time.beatType());
        });
    }

    private void transpose(Transposition transposition) {
        out.object("transpose", () -> {
            out.text("diatonic", transposition.withinAnOctave().steps());
            out.text("chromatic", transposition.withinAnOctave().semitones());
            if (transposition.octaves() != 0) {
                out.text("octave-change", transposition.octaves());
            }
        });
    }

    private void number(int staff) {
        if (part.staves() > 1) {
            out.text("$number", staff);
        }
    }
}
