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
 * A client that submits a job again after an error uses the same key, so that both requests are about the same job.
 */
public final class IdempotencyKey implements Rule.Judge {
    private static final String KEPT = "createOmrJob";

    /** Whether the vendor remembers keys for this operation. */
    static boolean isKept(Entry entry) {
        return entry.operation().equals(Optional.of(KEPT));
    }

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry failed : run.all(Purpose.SUBMIT)) {
            Optional<Entry> again = run.next(failed);
            if (isKept(failed) && Failures.mayBeCarriedOut(failed) && again.isPresent()) {
                exercised = true;
                String key = again.get().summary().key();
                // The server did not read a request that never arrived, so its key is unknown.
                boolean differs = !failed.summary().job().isEmpty()
                        && !failed.summary().key().equals(key);
                if (key.isEmpty() || differs) {
                    String how = key.isEmpty() ? "without a key" : "with another key";
                    against.add(Evidence.of(
                            Failures.of(failed) + ", and submitted the job again " + how, failed, again.get()));
                }
            }
        }
        return Finding.of(exercised, against);
    }
}
