package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Failures;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client that knows that its job failed, or whose submission was refused, does not exit successfully. */
public final class FailureIsSurfaced implements Rule.Judge {
    /** Statuses that refuse a document permanently. */
    private static final Set<Integer> FINAL = Set.of(400, 401, 402, 403, 413);

    /** Resources that a client may request without knowing whether they exist. */
    private static final int NOT_FOUND = 404;

    /** Fermata answers this itself; it is not the client's fault, unless a scenario causes it. */
    private static final int NOT_EMULATED = 501;

    @Override
    public Finding find(Run run) {
        boolean isKnown = run.ending() == Ending.SUCCEEDED || run.ending() == Ending.FAILED;
        boolean anyDone = run.traces().stream().anyMatch(trace -> trace.isShown(RequestSummary.State.DONE));
        Optional<Evidence> failure = failedJob(run).or(() -> refusal(run));
        if (!isKnown || anyDone || failure.isEmpty()) {
            return Finding.of(false, List.of());
        }
        return Finding.of(true, run.ending() == Ending.FAILED ? List.of() : List.of(failure.get()));
    }

    private static Optional<Evidence> failedJob(Run run) {
        return run.traces().stream()
                .map(JobTrace::failure)
                .flatMap(Optional::stream)
                .findFirst()
                .map(end -> Evidence.of("was told that a job failed, and ended with success", end));
    }

    /** A permanent refusal of a document; or any refusal, if no document was accepted at all. */
    private static Optional<Evidence> refusal(Run run) {
        boolean nothingTaken = run.entries().stream().noneMatch(FailureIsSurfaced::isAccepted);
        return run.entries().stream()
                .filter(entry -> isRefusedForGood(entry) || (nothingTaken && isRefused(entry)))
                .filter(entry -> !run.wentWellLater(entry))
                .reduce((first, last) -> last)
                .map(entry -> Evidence.of(
                        Failures.of(entry) + " to " + entry.method() + " " + Run.place(entry)
                                + ", got no further, and ended with success",
                        entry));
    }

    /** A draft does not count as accepted: it gives no result. */
    private static boolean isAccepted(Entry entry) {
        return isOrder(entry)
                && entry.status() / 100 == 2
                && !Failures.isBroken(entry)
                && entry.summary().state() != RequestSummary.State.DRAFT;
    }

    private static boolean isRefusedForGood(Entry entry) {
        return isOrder(entry)
                && FINAL.contains(entry.status())
                && entry.summary().isDelivered()
                && entry.summary().limitedUntil().isEmpty();
    }

    private static boolean isRefused(Entry entry) {
        boolean isFermatas = entry.status() == NOT_EMULATED && entry.scenario().isEmpty();
        return Failures.isBroken(entry) || (entry.status() >= 400 && entry.status() != NOT_FOUND && !isFermatas);
    }

    private static boolean isOrder(Entry entry) {
        Purpose purpose = Purpose.of(entry);
        return purpose == Purpose.SUBMIT || purpose == Purpose.START;
    }
}
