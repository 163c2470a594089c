package dev.fermata.conduct.rule;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who is over a limit, and was told when that ends, asks for nothing until then. */
final class LimitIsWaitedOut implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry refused : run.entries()) {
            if (refused.gist().limitedUntil().isPresent()) {
                exercised = true;
                Instant reset = refused.gist().limitedUntil().get();
                run.after(refused)
                        .takeWhile(later -> later.at().isBefore(reset))
                        .filter(later -> later.vendor().equals(refused.vendor())
                                && later.account().equals(refused.account()))
                        .findFirst()
                        .ifPresent(early -> against.add(Evidence.of(
                                "came back " + Times.of(Duration.between(early.at(), reset))
                                        + " before the limit was reset",
                                refused,
                                early)));
            }
        }
        return Finding.of(exercised, against);
    }
}
