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
import java.util.Optional;

/**
 * A client does not blindly repeat a request that may have been accepted and charged: it checks first, or asks a
 * person. Another rule judges requests with an idempotency key.
 */
public final class NoBlindPost implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry lost : run.all(Purpose.SUBMIT)) {
            if (Failures.mayBeCarriedOut(lost) && !IdempotencyKey.isKept(lost)) {
                exercised = true;
                Optional<Entry> again = run.next(lost);
                if (again.isPresent() && !hasLooked(run, lost, again.get())) {
                    against.add(Evidence.of(
                            Failures.of(lost)
                                    + ", and sent the same request again without checking whether it had worked",
                            lost,
                            again.get()));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    private static boolean hasLooked(Run run, Entry from, Entry to) {
        return run.after(from)
                .takeWhile(entry -> entry.number() < to.number())
                .anyMatch(entry -> Purpose.of(entry) == Purpose.LIST && entry.status() == 200);
    }
}
