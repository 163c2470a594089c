package dev.fermata.conduct.rule;

import dev.fermata.conduct.Deed;
import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Errand;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Gist;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who was told that it came to nothing says so, to whoever asked. */
final class FailureIsSurfaced implements Rule.Judge {
    private static final Set<Integer> FINAL = Set.of(400, 401, 402, 403, 413);

    @Override
    public Finding find(Run run) {
        boolean isKnown = run.ending() == Ending.SUCCEEDED || run.ending() == Ending.FAILED;
        boolean anyDone = run.errands().stream().anyMatch(errand -> errand.isShown(Gist.State.DONE));
        Optional<Entry> failure = Stream.concat(failedJobs(run), refusals(run)).findFirst();
        if (!isKnown || anyDone || failure.isEmpty()) {
            return Finding.of(false, List.of());
        }
        return Finding.of(
                true,
                run.ending() == Ending.FAILED
                        ? List.of()
                        : List.of(
                                Evidence.of("was told that it failed, and ended as if all were well", failure.get())));
    }

    private static Stream<Entry> failedJobs(Run run) {
        return run.errands().stream()
                .filter(errand -> !errand.isDropped())
                .map(Errand::end)
                .flatMap(Optional::stream)
                .filter(end -> end.gist().state() != Gist.State.DONE);
    }

    private static Stream<Entry> refusals(Run run) {
        return run.all(Deed.SUBMIT).stream()
                .filter(sent -> FINAL.contains(sent.status())
                        && sent.gist().isDelivered()
                        && sent.gist().limitedUntil().isEmpty());
    }
}
