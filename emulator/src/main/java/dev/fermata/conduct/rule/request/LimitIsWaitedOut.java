package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Times;
import dev.fermata.journal.Entry;
import dev.fermata.vendor.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client that is over a limit, and was told when that ends, does not come back before. To come back is to ask for the
 * same, or to poll the same job: a client that gives up may still tidy up.
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
                nextOf(run, refused)
                        .filter(later -> later.at().isBefore(reset))
                        .ifPresent(early -> against.add(Evidence.of(
                                "came back with " + early.method() + " " + Run.place(early) + " "
                                        + Times.of(Duration.between(early.at(), reset))
                                        + " before the limit was reset",
                                refused,
                                early)));
            }
        }
        return Finding.of(exercised, against);
    }

    /** When its client came back. */
    private static Optional<Entry> nextOf(Run run, Entry refused) {
        Stream<Entry> polls = refused.purpose() == Purpose.POLL
                ? Stream.empty()
                : run.errandOf(refused).stream()
                        .flatMap(trace -> trace.all(Purpose.POLL).stream())
                        .filter(poll -> poll.number() > refused.number());
        return Stream.concat(run.next(refused).stream(), polls).min(Comparator.comparing(Entry::number));
    }
}
