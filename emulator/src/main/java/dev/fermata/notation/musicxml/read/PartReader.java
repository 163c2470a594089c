package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import java.util.ArrayList;
import java.util.List;

/** The measures of one part. */
final class PartReader {

    private final XmlInput xml;
    private final Limits limits;
    private final PartHeader header;
    // Kept across measures, because the divisions are.
    private final Position position = new Position();
    private final List<ReadPart.ReadMeasure> measures = new ArrayList<>();
    private int staves = 1;
    private boolean strokes;
    private boolean pitches;

    PartReader(XmlInput xml, Limits limits, PartHeader header) {
        this.xml = xml;
        this.limits = limits;
        this.header = header;
    }

    ReadPart read() throws UnreadableScoreException {
        xml.children(name -> {
            if (name.equals("measure")) {
                measure();
            }
        });
        return part();
    }

    /** The part as read so far. */
    ReadPart part() {
        return new ReadPart(header, staves, strokes && !pitches, measures);
    }

    /** The number of measures read so far. */
    int measures() {
        return measures.size();
    }

    /** Adds empty measures. */
    void restUntil(int measure) {
        while (measures.size() < measure) {
            measures.add(ReadPart.ReadMeasure.EMPTY);
        }
    }

    /** Reads the children of the current element as the next measure. */
    void measure() throws UnreadableScoreException {
        Limits.measures(measures.size() + 1);
        MeasureReader reader = new MeasureReader(xml, limits, header, position);
        measures.add(reader.read());
        staves = Math.max(staves, reader.staves());
        strokes |= reader.hasStrokes();
        pitches |= reader.hasPitches();
    }
}
