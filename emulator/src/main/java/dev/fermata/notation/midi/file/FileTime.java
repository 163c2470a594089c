package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * A file's unit of time.
 *
 * @param perUnit ticks of the file in a quarter note, or in a second
 * @param inSeconds whether it counts seconds (SMPTE); the tempo converts them to quarter notes
 */
public record FileTime(double perUnit, boolean inSeconds) {

    static FileTime of(int division) throws UnreadableScoreException {
        boolean inSeconds = division < 0;
        int low = division & 0xFF;
        Limits.check(division != 0 && (!inSeconds || low > 0), "the file's division of time is 0");
        int frames = -(division >> 8);
        // 29 stands for the 29.97 frames a second of NTSC.
        double perSecond = frames == 29 ? 30_000.0 / 1_001 : frames;
        return new FileTime(inSeconds ? perSecond * low : division, inSeconds);
    }

    /** The last tick that the limits allow. */
    long lastTick() {
        return (long) (Limits.QUARTERS_IN_ALL * perUnit);
    }

    /** Half a tick of the file, in Fermata's ticks: the precision of its positions. */
    public long precision() {
        double usualQuarter = inSeconds ? perUnit / 2 : perUnit;
        return (long) Math.ceil(Ticks.PER_QUARTER / usualQuarter / 2);
    }

    /**
     * Converts ticks of the file to Fermata's ticks.
     *
     * @param tempos quarter notes a minute, by tick of the file
     */
    public LongUnaryOperator toTicks(SortedMap<Long, BigDecimal> tempos) {
        if (!inSeconds) {
            return tick -> Math.round(tick * Ticks.PER_QUARTER / perUnit);
        }
        TreeMap<Long, Pace> paces = new TreeMap<>();
        Pace pace = new Pace(0, 0, ticksPerTick(Tempo.DEFAULT_QPM));
        paces.put(0L, pace);
        for (Map.Entry<Long, BigDecimal> tempo : tempos.entrySet()) {
            pace = new Pace(tempo.getKey(), pace.at(tempo.getKey()), ticksPerTick(tempo.getValue()));
            paces.put(tempo.getKey(), pace);
        }
        return tick -> Math.round(paces.floorEntry(tick).getValue().at(tick));
    }

    private double ticksPerTick(BigDecimal qpm) {
        return Ticks.PER_QUARTER * qpm.doubleValue() / 60 / perUnit;
    }

    /** One tempo of a file that counts seconds. */
    private record Pace(long since, double ticksBefore, double ticksPerTick) {
        double at(long tick) {
            return ticksBefore + (tick - since) * ticksPerTick;
        }
    }
}
