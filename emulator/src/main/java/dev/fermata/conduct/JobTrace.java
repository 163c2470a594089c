package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.List;
import java.util.Optional;

/**
 * One job as its client followed it.
 *
 * @param job the job's id
 * @param entries the requests about it, in the order in which they arrived; at least one
 */
public record JobTrace(String job, List<Entry> entries) {
    /** The requests with this purpose. */
    public List<Entry> all(Purpose purpose) {
        return entries.stream().filter(entry -> Purpose.of(entry) == purpose).toList();
    }

    /**
     * The first answer that told the client that the job has ended. The answer that accepted the job does not count: a
     * client need only read its id.
     */
    public Optional<Entry> end() {
        return entries.stream()
                .filter(entry -> Purpose.of(entry) != Purpose.SUBMIT && Purpose.of(entry) != Purpose.START)
                .filter(entry -> entry.summary()
                        .shown()
                        .filter(RequestSummary.State::isTerminal)
                        .isPresent())
                .findFirst();
    }

    /** Whether an answer told the client that the job is in this state. */
    public boolean isShown(RequestSummary.State state) {
        return entries.stream().anyMatch(entry -> entry.summary().shown().equals(Optional.of(state)));
    }

    /** Whether the client asked to end the job. */
    public boolean isEndedByClient() {
        return !all(Purpose.CANCEL).isEmpty() || !all(Purpose.ERASE).isEmpty();
    }

    /** The first answer that told the client that the job failed, unless the client ended the job itself. */
    public Optional<Entry> failure() {
        return end().filter(end -> switch (end.summary().state()) {
            case FAILED -> true;
            case CANCELED -> all(Purpose.CANCEL).stream().noneMatch(cancel -> cancel.number() <= end.number());
            case UNTOLD, DRAFT, UNDER_WAY, AWAITING, DONE -> false;
        });
    }
}
