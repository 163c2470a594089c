package dev.fermata.notation.audio;

import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.Timeline;
import java.util.List;

/** Converts ticks to samples, with all tempo changes. */
final class SampleTime {
    private static final double SECONDS_A_MINUTE = 60;

    private final List<Timeline.TempoAt> tempos;
    private final double[] reachedAt;

    SampleTime(Timeline timeline) {
        this.tempos = timeline.tempos();
        this.reachedAt = new double[tempos.size()];
        for (int i = 1; i < reachedAt.length; i++) {
            reachedAt[i] = secondsAt(i - 1, tempos.get(i).tick());
        }
    }

    /** The sample nearest to a tick. */
    long sampleAt(long tick) {
        return Math.round(secondsAt(tempoAt(tick), tick) * Performance.RATE);
    }

    private double secondsAt(int tempo, long tick) {
        double quarters = (double) (tick - tempos.get(tempo).tick()) / Ticks.PER_QUARTER;
        return reachedAt[tempo]
                + quarters * SECONDS_A_MINUTE / tempos.get(tempo).qpm().doubleValue();
    }

    private int tempoAt(long tick) {
        int low = 0;
        int high = tempos.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tempos.get(middle).tick() <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
