package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Data for all parts, by tick of the file, from any track. At the same tick, the first track takes precedence. */
public final class Conductor {

    private static final int TEMPO = 0x51;
    private static final int TIME_SIGNATURE = 0x58;
    private static final int KEY_SIGNATURE = 0x59;
    private static final BigDecimal MICROSECONDS_A_MINUTE = BigDecimal.valueOf(60_000_000);
    private static final int MOST_CHANGES = 20_000;

    private final TreeMap<Long, BigDecimal> tempos = new TreeMap<>();
    private final TreeMap<Long, TimeSignature> times = new TreeMap<>();
    private final TreeMap<Long, Key> keys = new TreeMap<>();

    void meta(long tick, int type, byte[] data) throws UnreadableScoreException {
        if (type == TEMPO && data.length == 3) {
            int micros = ((data[0] & 0xFF) << 16) | ((data[1] & 0xFF) << 8) | (data[2] & 0xFF);
            if (micros > 0 && Tempo.isPossible(qpm(micros))) {
                tempos.putIfAbsent(tick, qpm(micros));
            }
        } else if (type == TIME_SIGNATURE && data.length >= 2) {
            int beatType = data[1] >= 0 && data[1] <= 6 ? 1 << data[1] : 0;
            if (TimeSignature.isPossible(data[0], beatType)) {
                times.putIfAbsent(tick, new TimeSignature(data[0], beatType));
            }
        } else if (type == KEY_SIGNATURE && data.length == 2 && Math.abs(data[0]) <= 7) {
            keys.putIfAbsent(tick, new Key(data[0], data[1] == 1));
        }
        Limits.check(
                tempos.size() + times.size() + keys.size() <= MOST_CHANGES,
                "the score has more than " + MOST_CHANGES + " changes of tempo, metre and key");
    }

    /** Quarter notes a minute. */
    public NavigableMap<Long, BigDecimal> tempos() {
        return tempos;
    }

    public NavigableMap<Long, TimeSignature> times() {
        return times;
    }

    /** The sounding keys. */
    public NavigableMap<Long, Key> keys() {
        return keys;
    }

    /** The shortest decimal that converts to these microseconds: 98, not 97.99996. */
    private static BigDecimal qpm(int micros) {
        BigDecimal exact = MICROSECONDS_A_MINUTE.divide(BigDecimal.valueOf(micros), 9, RoundingMode.HALF_UP);
        for (int decimals = 0; decimals < 3; decimals++) {
            BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
            if (rounded.signum() > 0
                    && MICROSECONDS_A_MINUTE
                                    .divide(rounded, 0, RoundingMode.HALF_UP)
                                    .intValue()
                            == micros) {
                return rounded;
            }
        }
        return exact.setScale(3, RoundingMode.HALF_UP);
    }
}
