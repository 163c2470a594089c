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
import dev.fermata.scenario.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A client fetches the result of a job after an answer says that the job is done. If only that answer contains the
 * address of the result, as after an import at Flat, there is nothing to judge.
 */
public final class FetchedWhenDone implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            long told = trace.entries().stream()
                    .filter(FetchedWhenDone::mayShowThatItIsDone)
                    .mapToLong(Entry::number)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
            Entry first = trace.entries().get(0);
            if (first.vendor().equals(Request.SCOREFLOW)
                    && run.all(Purpose.DOWNLOAD).isEmpty()
                    && trace.isShown(RequestSummary.State.DONE)
                    && run.ending() == Ending.SUCCEEDED) {
                exercised = true;
                against.add(Evidence.of("was told that the result is ready, and never fetched it", first));
            }
            for (Entry download : trace.all(Purpose.DOWNLOAD)) {
                exercised = true;
                if (download.number() < told) {
                    against.add(Evidence.of(
                            "fetched a result before it was told that the result is ready, and was answered "
                                    + download.status(),
                            download));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    /** A client may be able to read an answer that other clients cannot, so such an answer counts as well. */
    private static boolean mayShowThatItIsDone(Entry entry) {
        return entry.summary().state() == RequestSummary.State.DONE
                && entry.summary().form() != RequestSummary.Form.LOST;
    }
}
