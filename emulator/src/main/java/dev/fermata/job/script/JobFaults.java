package dev.fermata.job.script;

import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import java.util.List;
import java.util.Optional;

/** Decides which jobs go otherwise than they should. */
@FunctionalInterface
public interface JobFaults {
    /** All goes well. */
    JobFaults NONE = (order, files) -> Optional.empty();

    /**
     * What befalls a job. Asked once, when it is certain to start, and under a lock: answer at once, without I/O.
     *
     * @param files what it reads; none when it is an export
     */
    Optional<JobFault> of(Order order, List<InputFile> files);
}
