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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client does not create a second job for a document that it knows is accepted. */
public final class SentOnce implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        Map<String, Entry> accepted = new HashMap<>();
        for (Entry sent : run.entries().stream().filter(SentOnce::isPaid).toList()) {
            String what =
                    sent.vendor() + " " + sent.account() + " " + sent.summary().document();
            Entry before = accepted.get(what);
            if (before != null
                    && !before.summary().job().equals(sent.summary().job())
                    && !hasFailed(run, before, sent)) {
                against.add(
                        Evidence.of("submitted a document again that had been accepted, and paid twice", before, sent));
            }
            if (sent.summary().isDelivered()) {
                accepted.put(what, sent);
            }
        }
        return Finding.of(!accepted.isEmpty(), against);
    }

    /** Whether an answer before the second submission told the client that the first job failed. */
    private static boolean hasFailed(Run run, Entry first, Entry second) {
        return run.traceOf(first)
                .flatMap(JobTrace::end)
                .filter(end -> end.summary().state() != RequestSummary.State.DONE && end.number() < second.number())
                .isPresent();
    }

    /** A draft is free until it is started. */
    private static boolean isPaid(Entry entry) {
        Purpose purpose = Purpose.of(entry);
        return (purpose == Purpose.SUBMIT || purpose == Purpose.START)
                && entry.status() / 100 == 2
                && entry.summary().state() != RequestSummary.State.DRAFT
                && !entry.summary().document().isEmpty();
    }
}
