package dev.fermata.notation.midi;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Adds bar lines, which a MIDI file does not contain. All positions are ticks from the start of the piece. */
final class BarLines {

    private static final int MOST_TEMPOS_IN_A_BAR = 1_000;

    private final NavigableMap<Long, TimeSignature> times;
    private final NavigableMap<Long, BigDecimal> tempos;

    BarLines(NavigableMap<Long, TimeSignature> times, NavigableMap<Long, BigDecimal> tempos) {
        this.times = times;
        this.tempos = tempos;
    }

    /** The bars up to {@code end}, at least one. A new metre starts a new bar and shortens the one before. */
    List<Bar> until(long end) throws UnreadableScoreException {
        Limits.totalTicks(end);
        List<Bar> bars = new ArrayList<>();
        Optional<TimeSignature> before = Optional.empty();
        for (long start = 0; bars.isEmpty() || start < end; ) {
            Limits.measures(bars.size() + 1);
            var entry = times.floorEntry(start);
            TimeSignature time = entry == null ? TimeSignature.COMMON : entry.getValue();
            Long next = times.higherKey(start);
            long stop = next == null || next >= end ? start + time.ticks() : Math.min(start + time.ticks(), next);
            bars.add(new Bar(
                    (int) (stop - start),
                    before.equals(Optional.of(time)) ? Optional.empty() : Optional.of(time),
                    tempos(start, stop)));
            before = Optional.of(time);
            start = stop;
        }
        return withPickup(bars);
    }

    /** A first bar in a shorter metre than the second becomes its pickup. */
    private static List<Bar> withPickup(List<Bar> bars) {
        if (bars.size() > 1 && bars.get(1).time().isPresent()) {
            Bar first = bars.get(0);
            Bar second = bars.get(1);
            if (first.ticks() < second.time().get().ticks()) {
                bars.set(0, new Bar(first.ticks(), second.time(), first.tempos()));
                bars.set(1, new Bar(second.ticks(), Optional.empty(), second.tempos()));
            }
        }
        return bars;
    }

    private List<Tempo> tempos(long start, long stop) throws UnreadableScoreException {
        List<Tempo> inBar = new ArrayList<>();
        for (var tempo : tempos.subMap(start, stop).entrySet()) {
            inBar.add(new Tempo((int) (tempo.getKey() - start), tempo.getValue()));
        }
        Limits.check(
                inBar.size() <= MOST_TEMPOS_IN_A_BAR, "a measure has more than " + MOST_TEMPOS_IN_A_BAR + " tempos");
        return inBar;
    }
}
