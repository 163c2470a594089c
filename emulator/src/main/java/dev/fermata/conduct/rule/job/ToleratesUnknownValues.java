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

/** Who is told of a job with something in it that nobody has heard of still pursues that job. */
public final class ToleratesUnknownValues implements Rule.Judge {
    private final RequestSummary.Form form;
    private final String what;

    /** @param what for a person, as "a field" */
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
                    trace.entries().stream().filter(this::isStrange).reduce((first, second) -> second);
            exercised |= last.isPresent();
            last.filter(strange -> !isPursued(trace, strange, run.ending()))
                    .ifPresent(strange -> against.add(
                            Evidence.of("gave up when it was told " + what + " that it does not know", strange)));
        }
        return Finding.of(exercised, against);
    }

    private boolean isStrange(Entry entry) {
        boolean isBegun = entry.summary().state() != RequestSummary.State.DRAFT;
        return entry.summary().form() == form && entry.status() / 100 == 2 && isBegun;
    }

    /** Where it was told of the end, too, there is nothing more to ask for; then it must have ended well. */
    private static boolean isPursued(JobTrace trace, Entry strange, Ending ending) {
        Optional<RequestSummary.State> shown = strange.summary().shown();
        return trace.entries().stream().anyMatch(entry -> entry.number() > strange.number())
                || (shown.equals(Optional.of(RequestSummary.State.DONE)) && ending != Ending.FAILED)
                || shown.filter(state -> state == RequestSummary.State.FAILED || state == RequestSummary.State.CANCELED)
                        .isPresent();
    }
}
