package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Times;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client over a rate limit that knows the reset time sends nothing until then. Only the same request or a poll of the
 * same job counts: a client that gives up may still clean up.
 */
public final class LimitIsWaitedOut implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry refused : run.entries()) {
            if (refused.summary().limitedUntil().isPresent()) {
                exercised = true;
                Instant reset = refused.summary().limitedUntil().get();
                retryOf(run, refused)
                        .filter(later -> later.at().isBefore(reset))
                        .ifPresent(early -> against.add(Evidence.of(
                                "retried with " + early.method() + " " + Run.place(early) + " "
                                        + Times.of(Duration.between(early.at(), reset))
                                        + " before the limit was reset",
                                refused,
                                early)));
            }
        }
        return Finding.of(exercised, against);
    }

    /** When the client retried. */
    private static Optional<Entry> retryOf(Run run, Entry refused) {
        Stream<Entry> polls = Purpose.of(refused) == Purpose.POLL
                ? Stream.empty()
                : run.traceOf(refused).stream()
                        .flatMap(trace -> trace.all(Purpose.POLL).stream())
                        .filter(poll -> poll.number() > refused.number());
        return Stream.concat(run.next(refused).stream(), polls).min(Comparator.comparing(Entry::number));
    }
}
