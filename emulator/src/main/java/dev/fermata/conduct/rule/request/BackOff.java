package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Times;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client that retries after an error of a busy or broken server waits first, does not shorten its pauses much, and
 * stops at some point.
 */
public final class BackOff implements Rule.Judge {
    /** The first pause of Flat's own client. */
    static final Duration LEAST = Duration.ofMillis(500);

    static final int MOST_TRIES = 10;

    /** In percent: timers are not exact. */
    private static final int TOLERANCE = 10;

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        Map<Long, Integer> tries = new HashMap<>();
        for (Entry busy : run.entries()) {
            if (!isBusy(busy)) {
                continue;
            }
            int tried =
                    1 + run.previous(busy).map(Entry::number).map(tries::get).orElse(0);
            tries.put(busy.number(), tried);
            Optional<Entry> again = run.next(busy);
            if (again.isPresent()) {
                exercised = true;
                Duration least = pauseBefore(run, busy)
                        .map(before -> before.dividedBy(2))
                        .filter(half -> half.compareTo(LEAST) > 0)
                        .orElse(LEAST.multipliedBy(100 - TOLERANCE).dividedBy(100));
                Duration pause = Duration.between(busy.answeredAt(), again.get().at());
                if (pause.compareTo(least) < 0) {
                    against.add(Evidence.of(
                            "was answered " + busy.status() + ", and tried again after " + Times.of(pause),
                            busy,
                            again.get()));
                }
                if (tried == MOST_TRIES) {
                    against.add(Evidence.of("tried more than " + MOST_TRIES + " times", busy, again.get()));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    /** The pause before this request if it is a retry. */
    private static Optional<Duration> pauseBefore(Run run, Entry retry) {
        return run.previous(retry)
                .filter(BackOff::isBusy)
                .map(before -> Duration.between(before.answeredAt(), retry.at()));
    }

    private static boolean isBusy(Entry entry) {
        return (entry.status() == 429 || entry.status() >= 500)
                && entry.summary().isDelivered();
    }
}
