package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Ending;
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

/** A client that gives up a running job that can be canceled cancels it. */
public final class GivenUpIsCanceled implements Rule.Judge {
    /** Reads a job that can be canceled. */
    private static final Optional<String> CANCELABLE = Optional.of("getOmrJob");

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        boolean isOver = run.ending() == Ending.SUCCEEDED || run.ending() == Ending.FAILED;
        for (JobTrace trace : run.traces()) {
            List<Entry> polls = trace.all(Purpose.POLL).stream()
                    .filter(poll -> poll.operation().equals(CANCELABLE))
                    .toList();
            if (isOver && !polls.isEmpty() && isBegun(trace) && !isEndedByItself(trace)) {
                exercised = true;
                if (!isCanceled(trace)) {
                    against.add(Evidence.of(
                            "gave up a running job, which is charged, and did not cancel it" + deletion(trace),
                            polls.get(polls.size() - 1)));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    private static boolean isBegun(JobTrace trace) {
        return trace.isShown(RequestSummary.State.UNDER_WAY) || trace.isShown(RequestSummary.State.AWAITING);
    }

    private static boolean isEndedByItself(JobTrace trace) {
        return trace.end()
                .filter(end -> end.summary().state() != RequestSummary.State.CANCELED
                        || trace.failure().isPresent())
                .isPresent();
    }

    /** An attempt is enough: a refused cancellation is not the client's fault. */
    private static boolean isCanceled(JobTrace trace) {
        return !trace.all(Purpose.CANCEL).isEmpty();
    }

    private static String deletion(JobTrace trace) {
        return trace.all(Purpose.ERASE).isEmpty() ? "" : "; DELETE does not end a job";
    }
}
