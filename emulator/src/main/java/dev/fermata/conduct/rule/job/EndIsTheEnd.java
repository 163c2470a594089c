package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Failures;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Words;
import dev.fermata.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/** A client that knows that a job has ended does not poll it again, except once right before a download. */
public final class EndIsTheEnd implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            if (trace.end().isPresent()) {
                exercised = true;
                Entry end = trace.end().get();
                List<Entry> again = pollsAfter(end, trace);
                if (again.size() > 1 || (again.size() == 1 && !isBeforeItsDownload(run, again.get(0)))) {
                    Entry blamed = again.get(again.size() - 1);
                    against.add(Evidence.of(
                            "was told that a job is " + Words.of(end.summary().state()) + ", and polled again",
                            end,
                            blamed));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    /** Only polls that were answered count: a client may retry a failed poll. */
    private static List<Entry> pollsAfter(Entry end, JobTrace trace) {
        return trace.all(Purpose.POLL).stream()
                .filter(poll -> poll.number() > end.number() && !poll.at().isBefore(end.answeredAt()))
                .filter(poll -> !Failures.isTransient(poll))
                .toList();
    }

    /** Whether the client's next request about this job, or its next download, is a file. */
    private static boolean isBeforeItsDownload(Run run, Entry poll) {
        return run.after(poll)
                .filter(later -> later.account().equals(poll.account()))
                .filter(later -> Purpose.of(later) == Purpose.DOWNLOAD || run.haveSameJob(later, poll))
                .findFirst()
                .filter(later -> Purpose.of(later) == Purpose.DOWNLOAD)
                .isPresent();
    }
}
