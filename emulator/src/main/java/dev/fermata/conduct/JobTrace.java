package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import dev.fermata.vendor.Purpose;
import java.util.List;
import java.util.Optional;

/**
 * One job, as its client pursued it.
 *
 * @param job its id
 * @param entries what was asked about it, in the order in which the requests came; at least one
 */
public record JobTrace(String job, List<Entry> entries) {
    /** The requests of this kind. */
    public List<Entry> all(Purpose purpose) {
        return entries.stream().filter(entry -> entry.purpose() == purpose).toList();
    }

    /**
     * The answer that first told its client that nothing more will happen; not that which took the job in, of which a
     * client need read no more than the id.
     */
    public Optional<Entry> end() {
        return entries.stream()
                .filter(entry -> entry.purpose() != Purpose.SUBMIT && entry.purpose() != Purpose.START)
                .filter(entry -> entry.summary()
                        .shown()
                        .filter(RequestSummary.State::isTerminal)
                        .isPresent())
                .findFirst();
    }

    /** Whether its client was told that it is in this state. */
    public boolean isShown(RequestSummary.State state) {
        return entries.stream().anyMatch(entry -> entry.summary().shown().equals(Optional.of(state)));
    }

    /** Whether its client asked for an end of it. */
    public boolean isDropped() {
        return !all(Purpose.CANCEL).isEmpty() || !all(Purpose.ERASE).isEmpty();
    }

    /** The answer that first told its client that it came to nothing, where that was not the client's own wish. */
    public Optional<Entry> failure() {
        return end().filter(end -> switch (end.summary().state()) {
            case FAILED -> true;
            case CANCELED -> all(Purpose.CANCEL).stream().noneMatch(cancel -> cancel.number() <= end.number());
            case UNTOLD, DRAFT, UNDER_WAY, AWAITING, DONE -> false;
        });
    }
}
