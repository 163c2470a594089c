package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Failures;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.VendorOperations;
import dev.fermata.journal.Entry;
import dev.fermata.vendor.Operation.Trait;
import dev.fermata.vendor.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job that is ordered again after a failure is ordered by the same key, so that it is the same job. */
public final class IdempotencyKey implements Rule.Judge {
    /** Whether this is one that the vendor keeps a key of. */
    static boolean isKept(Entry entry) {
        return VendorOperations.have(entry, Trait.TAKES_KEY);
    }

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry failed : run.all(Purpose.SUBMIT)) {
            Optional<Entry> again = run.next(failed);
            if (isKept(failed) && Failures.mayHaveWorked(failed) && again.isPresent()) {
                exercised = true;
                String key = again.get().summary().key();
                // What never reached the server was not read, so its key is not known.
                boolean differs = !failed.summary().job().isEmpty()
                        && !failed.summary().key().equals(key);
                if (key.isEmpty() || differs) {
                    String how = key.isEmpty() ? "without a key" : "by another key";
                    against.add(Evidence.of(
                            Failures.of(failed) + ", and ordered the job again " + how, failed, again.get()));
                }
            }
        }
        return Finding.of(exercised, against);
    }
}
