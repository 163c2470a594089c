package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Times;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client gives up waiting for a job that does not end. */
public final class PatienceEnds implements Rule.Judge {
    /** The maximum in ScoreFlow's own examples: 120 polls, at most a minute apart. */
    static final Duration LONGEST = Duration.ofHours(2);

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        Optional<Evidence> endedEarly = run.ending() == Ending.KILLED
                ? Optional.of(new Evidence("was stopped before it had waited for a job that does not end", List.of()))
                : Optional.empty();
        for (JobTrace trace : run.traces()) {
            List<Entry> polls = trace.all(Purpose.POLL);
            if (trace.end().isPresent() || polls.isEmpty()) {
                continue;
            }
            Entry last = polls.get(polls.size() - 1);
            Duration waited = Duration.between(trace.entries().get(0).at(), last.at());
            if (waited.compareTo(LONGEST) > 0) {
                against.add(Evidence.of("still polled after " + waited.toMinutes() + " minutes", last));
            } else if (run.ending() == Ending.KILLED) {
                endedEarly = Optional.of(Evidence.of(
                        "was stopped when it had waited for " + Times.of(waited) + ", long before two hours", last));
            } else {
                exercised |= run.ending() != Ending.UNKNOWN;
            }
        }
        return against.isEmpty() && endedEarly.isPresent()
                ? Finding.notExercised(endedEarly.get())
                : Finding.of(exercised, against);
    }
}
