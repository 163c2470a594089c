package dev.fermata.flat.task;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.http.Reply;
import dev.fermata.job.Job;
import dev.fermata.job.Order;
import java.util.Optional;

/** Flat's tasks: one view of the engine's jobs. */
public final class TaskOperations {
    private final TaskView view;

    public TaskOperations(TaskView view) {
        this.view = view;
    }

    @Documented(source = "Importing PDFs with OMR, Step 2; OpenAPI 2.24.0")
    @Assumed(
            behaviour = "The task of another account is not found",
            reason = "the vendor says what its owner sees, and hides other unknown ids the same way")
    public Reply getTask(FlatCall call) {
        Optional<Job> job = call.world()
                .flat()
                .jobs()
                .find(call.path("task"))
                .filter(found -> found.order().kind() == Order.Kind.IMPORT
                        || found.order().kind() == Order.Kind.EXPORT)
                .filter(found -> found.owner().equals(call.account().id()));
        if (job.isEmpty()) {
            return FlatErrors.notFound("Task");
        }
        var state = call.world().flat().jobs().poll(job.get());
        return Reply.json(200, view.of(job.get(), state, call));
    }
}
