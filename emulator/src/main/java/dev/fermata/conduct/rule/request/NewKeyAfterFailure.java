package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Words;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that knows that a job failed uses a new key for the next one: the same key returns the same job. */
public final class NewKeyAfterFailure implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            Optional<Entry> failure = trace.end().filter(end -> end.summary().state() != RequestSummary.State.DONE);
            Optional<Entry> order =
                    trace.entries().stream().filter(NewKeyAfterFailure::isKeyed).findFirst();
            if (failure.isPresent() && order.isPresent()) {
                List<Entry> later = run.after(failure.get())
                        .filter(NewKeyAfterFailure::isKeyed)
                        .filter(entry -> entry.account().equals(order.get().account()))
                        .toList();
                exercised |= !later.isEmpty();
                later.stream()
                        .filter(again -> again.summary()
                                .key()
                                .equals(order.get().summary().key()))
                        .findFirst()
                        .ifPresent(again -> against.add(Evidence.of(
                                "was told that a job is "
                                        + Words.of(failure.get().summary().state())
                                        + ", and submitted the next with its key, which returns the same job",
                                failure.get(),
                                again)));
            }
        }
        return Finding.of(exercised, against);
    }

    private static boolean isKeyed(Entry entry) {
        return Purpose.of(entry) == Purpose.SUBMIT
                && IdempotencyKey.isKept(entry)
                && !entry.summary().key().isEmpty();
    }
}
