package dev.fermata.job;

import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.timeline.Twist;
import java.util.List;
import java.util.Optional;

/** Decides which jobs go otherwise than they should. */
@FunctionalInterface
public interface Fates {
    /** All goes well. */
    Fates NONE = (order, files) -> Optional.empty();

    /**
     * What befalls a job. Asked once, when it is certain to start, and under a lock: answer at once, without I/O.
     *
     * @param files what it reads; none when it is an export
     */
    Optional<Twist> of(Order order, List<InputFile> files);
}
