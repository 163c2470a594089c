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

/** A client starts or cancels each draft that it created. */
public final class NoDraftIsLeft implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            Entry first = trace.entries().get(0);
            if (Purpose.of(first) == Purpose.SUBMIT
                    && first.summary().shown().equals(Optional.of(RequestSummary.State.DRAFT))) {
                exercised = true;
                boolean wentOn = trace.entries().stream()
                        .map(entry -> entry.summary().state())
                        .anyMatch(state -> state != RequestSummary.State.DRAFT && state != RequestSummary.State.UNTOLD);
                if (!wentOn) {
                    against.add(Evidence.of("left a draft, neither started nor canceled", first));
                }
            }
        }
        return Finding.of(exercised, against);
    }
}
