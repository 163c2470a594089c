package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After an answer that accepts a job, the client reads that job; after an answer with the finished score, it does not.
 */
public final class AcceptedIsFollowed implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            List<Entry> polls = trace.all(Purpose.POLL);
            long lastPoll = polls.isEmpty() ? 0 : polls.get(polls.size() - 1).number();
            for (Entry accepted : trace.entries()) {
                if (isAccepted(accepted)) {
                    exercised = true;
                    if (lastPoll < accepted.number() && !trace.isEndedByClient()) {
                        against.add(Evidence.of(
                                "was answered " + accepted.status() + " and a job, and never polled it", accepted));
                    }
                }
            }
        }
        Optional<Entry> score = Optional.empty();
        for (Entry entry : run.entries()) {
            if (isScore(entry)) {
                exercised = true;
                score = Optional.of(entry);
            } else if (score.isPresent() && Purpose.of(entry) == Purpose.POLL && entry.status() == 404) {
                against.add(Evidence.of("was answered 200 and a score, and polled a task", score.get(), entry));
            }
        }
        return Finding.of(exercised, against);
    }

    private static boolean isAccepted(Entry entry) {
        Purpose purpose = Purpose.of(entry);
        return (purpose == Purpose.SUBMIT || purpose == Purpose.START)
                && entry.status() / 100 == 2
                && entry.summary().form() == RequestSummary.Form.PLAIN
                && entry.summary().state() == RequestSummary.State.UNDER_WAY;
    }

    private static boolean isScore(Entry entry) {
        return Purpose.of(entry) == Purpose.SUBMIT
                && entry.status() == 200
                && entry.summary().job().isEmpty()
                && entry.summary().isDelivered();
    }
}
