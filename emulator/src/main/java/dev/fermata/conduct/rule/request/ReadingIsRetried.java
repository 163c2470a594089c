package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Failures;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/** A client retries a request that only reads, if the failure was not its fault. */
public final class ReadingIsRetried implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry failed : run.entries()) {
            boolean isFirst = run.previous(failed).filter(Failures::isTransient).isEmpty();
            if (isReading(failed) && Failures.isTransient(failed) && isFirst) {
                exercised = true;
                if (run.next(failed).isEmpty()) {
                    against.add(Evidence.of(Failures.of(failed) + ", and did not retry", failed));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    private static boolean isReading(Entry entry) {
        Purpose purpose = Purpose.of(entry);
        return purpose == Purpose.POLL || purpose == Purpose.DOWNLOAD || purpose == Purpose.LIST;
    }
}
