package dev.fermata.conduct.rule;

import dev.fermata.conduct.Deed;
import dev.fermata.conduct.Errand;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Gist;
import java.util.ArrayList;
import java.util.List;

/** An answer that accepts a job is followed by a look at that job; one that has a score already is not. */
final class AcceptedIsFollowed implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Errand errand : run.errands()) {
            for (Entry accepted : errand.entries().stream()
                    .filter(AcceptedIsFollowed::isAccepted)
                    .toList()) {
                exercised = true;
                boolean followed = errand.all(Deed.POLL).stream().anyMatch(poll -> poll.number() > accepted.number());
                if (!followed && !errand.isDropped()) {
                    against.add(Evidence.of(
                            "was answered " + accepted.status() + " and a job, and never asked how it is", accepted));
                }
            }
        }
        for (Entry done : run.all(Deed.SUBMIT)) {
            boolean isScore = done.status() == 200
                    && done.gist().job().isEmpty()
                    && done.gist().isDelivered();
            exercised |= isScore;
            if (isScore) {
                run.after(done)
                        .filter(later -> Deed.of(later) == Deed.POLL && later.status() == 404)
                        .forEach(poll -> against.add(
                                Evidence.of("was answered 200 and a score, and asked for a task", done, poll)));
            }
        }
        return Finding.of(exercised, against);
    }

    private static boolean isAccepted(Entry entry) {
        Deed deed = Deed.of(entry);
        return (deed == Deed.SUBMIT || deed == Deed.START)
                && entry.status() / 100 == 2
                && entry.gist().form() == Gist.Form.PLAIN
                && entry.gist().state() == Gist.State.UNDER_WAY;
    }
}
