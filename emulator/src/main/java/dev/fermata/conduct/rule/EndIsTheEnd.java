package dev.fermata.conduct.rule;

import dev.fermata.conduct.Deed;
import dev.fermata.conduct.Errand;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/** Who was told that a job has ended asks no more how it is. */
final class EndIsTheEnd implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Errand errand : run.errands()) {
            if (errand.end().isPresent()) {
                exercised = true;
                Entry end = errand.end().get();
                errand.all(Deed.POLL).stream()
                        .filter(poll ->
                                poll.number() > end.number() && !poll.at().isBefore(end.answeredAt()))
                        .findFirst()
                        .ifPresent(poll -> against.add(Evidence.of(
                                "was told that a job is " + Words.of(end.gist().state()) + ", and polled again",
                                end,
                                poll)));
            }
        }
        return Finding.of(exercised, against);
    }
}
