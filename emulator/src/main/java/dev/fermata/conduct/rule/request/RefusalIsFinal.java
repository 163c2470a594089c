package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client does not automatically retry after this status: a person who buys credits needs more than a minute. */
public final class RefusalIsFinal implements Rule.Judge {
    private static final Duration BY_A_PERSON = Duration.ofMinutes(1);

    private final int status;

    public RefusalIsFinal(int status) {
        this.status = status;
    }

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry refused : run.entries()) {
            if (refused.status() == status
                    && refused.summary().isDelivered()
                    && refused.summary().limitedUntil().isEmpty()) {
                exercised = true;
                run.next(refused)
                        .filter(again ->
                                again.at().isBefore(refused.answeredAt().plus(BY_A_PERSON)))
                        .ifPresent(again -> against.add(Evidence.of(
                                "was answered " + status + ", and sent the same request again", refused, again)));
            }
        }
        return Finding.of(exercised, against);
    }
}
