package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Measure;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.util.List;
import java.util.Optional;

/** One part as it is in the file, before all parts get the same bars. */
record ReadPart(PartHeader header, int staves, boolean onlyStrokes, List<ReadMeasure> measures) {

    /**
     * One measure of one part.
     *
     * @param ticks the end of its last note; 0 if it has none
     */
    record ReadMeasure(int ticks, Optional<TimeSignature> time, List<Tempo> tempos, Measure measure) {

        /** A measure without content. */
        static final ReadMeasure EMPTY = new ReadMeasure(0, Optional.empty(), List.of(), Measure.of(List.of()));
    }
}
