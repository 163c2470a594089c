package dev.fermata.notation.imagined;

import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Orchestra;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Step;
import java.util.List;

/**
 * The melody instrument and its sounding range.
 *
 * @param lowest height of the lowest note, see {@link Pitch#height()}
 * @param highest at least an octave above
 */
record Soloist(KnownInstrument instrument, int lowest, int highest) {

    static final Soloist PIANIST = new Soloist(Orchestra.PIANO, height(Step.A, 3), height(Step.G, 5));

    static final List<Soloist> OTHERS = List.of(
            new Soloist(Orchestra.get("strings.violin"), height(Step.G, 4), height(Step.C, 6)),
            new Soloist(Orchestra.get("woodwinds.flute"), height(Step.C, 5), height(Step.F, 6)),
            new Soloist(Orchestra.get("woodwinds.clarinet"), height(Step.D, 4), height(Step.A, 5)),
            new Soloist(Orchestra.get("strings.cello"), height(Step.G, 2), height(Step.D, 4)),
            new Soloist(Orchestra.get("brass.trumpet"), height(Step.B, 3), height(Step.F, 5)),
            new Soloist(Orchestra.get("woodwinds.oboe"), height(Step.D, 4), height(Step.A, 5)));

    int middle() {
        return (lowest + highest) / 2;
    }

    int clamp(int height) {
        return height < lowest ? height + 7 : height > highest ? height - 7 : height;
    }

    private static int height(Step step, int octave) {
        return new Pitch(step, 0, octave).height();
    }
}
