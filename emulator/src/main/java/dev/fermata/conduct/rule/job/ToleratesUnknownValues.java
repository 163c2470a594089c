package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that meets an unknown field or value keeps following the job. */
public final class ToleratesUnknownValues implements Rule.Judge {
    private final RequestSummary.Form form;
    private final String what;

    /**
     * @param what for a person, as in "a field"
     */
    public ToleratesUnknownValues(RequestSummary.Form form, String what) {
        this.form = form;
        this.what = what;
    }

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            Optional<Entry> last =
                    trace.entries().stream().filter(this::isUnknown).reduce((first, second) -> second);
            exercised |= last.isPresent();
            last.filter(strange -> !isFollowed(trace, strange, run.ending()))
                    .ifPresent(strange -> against.add(
                            Evidence.of("gave up when it was told " + what + " that it does not know", strange)));
        }
        return Finding.of(exercised, against);
    }

    private boolean isUnknown(Entry entry) {
        boolean isBegun = entry.summary().state() != RequestSummary.State.DRAFT;
        return entry.summary().form() == form && entry.status() / 100 == 2 && isBegun;
    }

    /**
     * If the client was also told of the end, it has nothing more to request; then it must have ended successfully.
     */
    private static boolean isFollowed(JobTrace trace, Entry strange, Ending ending) {
        Optional<RequestSummary.State> shown = strange.summary().shown();
        return trace.entries().stream().anyMatch(entry -> entry.number() > strange.number())
                || (shown.equals(Optional.of(RequestSummary.State.DONE)) && ending != Ending.FAILED)
                || shown.filter(state -> state == RequestSummary.State.FAILED || state == RequestSummary.State.CANCELED)
                        .isPresent();
    }
}
