package dev.fermata.notation.time;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The positions of the bars of a piece in ticks from its start, and in seconds.
 *
 * @param starts the start of each bar
 * @param end the end of the last one
 * @param tempos every tempo, by tick; the first one starts at 0
 */
public record Timeline(List<Long> starts, long end, List<TempoAt> tempos) {

    /** A tempo and the tick from which it applies. */
    public record TempoAt(long tick, BigDecimal qpm) {}

    public static Timeline of(List<Bar> bars) {
        List<Long> starts = new ArrayList<>(bars.size());
        List<TempoAt> tempos = new ArrayList<>();
        tempos.add(new TempoAt(0, Tempo.DEFAULT_QPM));
        long tick = 0;
        for (Bar bar : bars) {
            starts.add(tick);
            for (Tempo tempo : bar.tempos()) {
                long at = tick + tempo.onset();
                if (tempos.get(tempos.size() - 1).tick() == at) {
                    tempos.remove(tempos.size() - 1);
                }
                tempos.add(new TempoAt(at, tempo.qpm()));
            }
            tick += bar.ticks();
        }
        return new Timeline(List.copyOf(starts), tick, List.copyOf(tempos));
    }

    /** The time of a tick, in seconds with three decimals. */
    public BigDecimal secondsAt(long tick) {
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; i < tempos.size() && tempos.get(i).tick() < tick; i++) {
            long until =
                    i + 1 < tempos.size() ? Math.min(tick, tempos.get(i + 1).tick()) : tick;
            BigDecimal quarters = BigDecimal.valueOf(until - tempos.get(i).tick())
                    .divide(BigDecimal.valueOf(Ticks.PER_QUARTER), MathContext.DECIMAL64);
            seconds = seconds.add(quarters.multiply(BigDecimal.valueOf(60))
                    .divide(tempos.get(i).qpm(), MathContext.DECIMAL64));
        }
        return seconds.setScale(3, RoundingMode.HALF_UP);
    }
}
