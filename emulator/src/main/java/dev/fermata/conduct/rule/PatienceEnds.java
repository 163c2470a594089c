package dev.fermata.conduct.rule;

import dev.fermata.conduct.Deed;
import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Errand;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who waits for a job that does not end gives up after a time of his own. */
final class PatienceEnds implements Rule.Judge {
    /** What ScoreFlow's own examples have at most: 120 polls, up to a minute apart. */
    static final Duration LONGEST = Duration.ofHours(2);

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Errand errand : run.errands()) {
            List<Entry> polls = errand.all(Deed.POLL);
            if (errand.end().isPresent() || polls.isEmpty()) {
                continue;
            }
            Entry last = polls.get(polls.size() - 1);
            Duration waited = Duration.between(errand.entries().get(0).at(), last.at());
            exercised |= run.ending() != Ending.UNKNOWN;
            if (waited.compareTo(LONGEST) > 0) {
                against.add(Evidence.of("still polled after " + waited.toMinutes() + " minutes", last));
            }
        }
        if (run.ending() == Ending.KILLED && against.isEmpty()) {
            against.add(new Evidence("did not come to an end by itself", lastOf(run)));
        }
        return Finding.of(exercised, against);
    }

    private static List<Long> lastOf(Run run) {
        return run.entries().stream()
                .map(Entry::number)
                .reduce((first, second) -> second)
                .map(List::of)
                .orElse(List.of());
    }
}
