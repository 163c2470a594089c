package dev.fermata.conduct.rule;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who tries again a server that is busy or broken waits first, never less than the time before, and not for ever. */
final class BackOff implements Rule.Judge {
    /** Where Flat's own client begins. */
    static final Duration LEAST = Duration.ofMillis(500);

    static final int MOST_TRIES = 10;

    /** In percent: timers are not exact. */
    private static final int TOLERANCE = 10;

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry busy : run.entries()) {
            Optional<Entry> again = run.next(busy);
            if (isBusy(busy) && again.isPresent()) {
                exercised = true;
                Duration least = shortened(pauseBefore(run, busy).orElse(LEAST));
                Duration pause = Duration.between(busy.answeredAt(), again.get().at());
                if (pause.compareTo(least) < 0) {
                    against.add(Evidence.of(
                            "was answered " + busy.status() + ", and tried again after " + Times.of(pause),
                            busy,
                            again.get()));
                }
                if (tries(run, busy) == MOST_TRIES) {
                    against.add(Evidence.of("tried more than " + MOST_TRIES + " times", busy, again.get()));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    /** How long it waited before this try, if this is one. */
    private static Optional<Duration> pauseBefore(Run run, Entry retry) {
        return run.previous(retry)
                .filter(BackOff::isBusy)
                .map(before -> Duration.between(before.answeredAt(), retry.at()))
                .filter(pause -> pause.compareTo(LEAST) > 0);
    }

    private static int tries(Run run, Entry last) {
        int tries = 1;
        Optional<Entry> before = run.previous(last).filter(BackOff::isBusy);
        while (before.isPresent()) {
            tries++;
            before = run.previous(before.get()).filter(BackOff::isBusy);
        }
        return tries;
    }

    private static boolean isBusy(Entry entry) {
        return (entry.status() == 429 || entry.status() >= 500) && entry.gist().isDelivered();
    }

    private static Duration shortened(Duration duration) {
        return duration.multipliedBy(100 - TOLERANCE).dividedBy(100);
    }
}
