package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Combines the parts of a file: each bar is as long as its longest part, and missing music becomes rests. */
final class Assembly {

    private final List<ReadPart> parts;
    private final int measures;

    Assembly(List<ReadPart> parts) {
        this.parts = parts;
        this.measures =
                parts.stream().mapToInt(part -> part.measures().size()).max().orElse(0);
    }

    Piece piece(String title, Optional<String> composer) throws UnreadableScoreException {
        Limits.check(measures > 0, "the score has no measure");
        Limits.size(parts.size(), measures);
        List<Bar> bars = bars();
        List<Part> whole = new ArrayList<>();
        for (ReadPart part : parts) {
            whole.add(part(part, "P" + (whole.size() + 1), bars));
        }
        return new Piece(title, composer, bars, whole);
    }

    private List<Bar> bars() throws UnreadableScoreException {
        List<Bar> bars = new ArrayList<>(measures);
        TimeSignature time = TimeSignature.COMMON;
        long total = 0;
        for (int i = 0; i < measures; i++) {
            Optional<TimeSignature> change = Optional.empty();
            List<Tempo> tempos = new ArrayList<>();
            int longest = 0;
            for (ReadPart part : parts) {
                if (i < part.measures().size()) {
                    ReadPart.ReadMeasure measure = part.measures().get(i);
                    change = change.or(measure::time);
                    tempos.addAll(measure.tempos());
                    longest = Math.max(longest, measure.ticks());
                }
            }
            time = change.orElse(time);
            int ticks = longest > 0 ? longest : time.ticks();
            bars.add(new Bar(ticks, change, inBar(tempos, ticks)));
            total += ticks;
            Limits.totalTicks(total);
        }
        return bars;
    }

    /**
     * By onset; at the same onset the topmost part takes precedence. A tempo after the end of the bar is moved to its
     * end.
     */
    private static List<Tempo> inBar(List<Tempo> tempos, int ticks) {
        TreeMap<Integer, Tempo> byOnset = new TreeMap<>();
        for (Tempo tempo : tempos) {
            int onset = Math.min(tempo.onset(), ticks);
            byOnset.putIfAbsent(onset, new Tempo(onset, tempo.qpm()));
        }
        return List.copyOf(byOnset.values());
    }

    private static Part part(ReadPart read, String id, List<Bar> bars) {
        List<Measure> filled = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            Measure silent = Measure.silent(bars.get(i).ticks(), read.staves());
            if (i >= read.measures().size()) {
                filled.add(silent);
            } else {
                Measure measure = read.measures().get(i).measure();
                filled.add(measure.notes().isEmpty() ? measure.withNotes(silent.notes()) : measure);
            }
        }
        PartHeader header = read.header();
        return new Part(
                id, header.name(), header.abbreviation(), header.instrument(read.onlyStrokes()), read.staves(), filled);
    }
}
