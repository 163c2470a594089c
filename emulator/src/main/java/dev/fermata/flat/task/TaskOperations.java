package dev.fermata.flat.task;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FileLinks;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.answer.Reply;
import dev.fermata.job.Job;
import dev.fermata.job.order.Order;
import dev.fermata.vendor.Purpose;
import java.util.List;

/** Flat's tasks: one view of the engine's jobs. */
public final class TaskOperations {
    private final TaskView view;

    private TaskOperations(TaskView view) {
        this.view = view;
    }

    /** The operations of tasks. */
    public static List<FlatOperation> operations(FileLinks links) {
        var tasks = new TaskOperations(new TaskView(links));
        return List.of(FlatOperation.of("getTask", Purpose.POLL, tasks::getTask, "tasks.readonly"));
    }

    @Documented(source = "Importing PDFs with OMR, Step 2; OpenAPI 2.24.0")
    @Assumed(
            behaviour = "The task of another account is not found",
            reason = "the vendor says what its owner sees, and hides other unknown ids the same way")
    Reply getTask(FlatCall call) {
        Job job = ownTask(call);
        return call.jobs()
                .clients()
                .poll(job)
                .map(state -> view.reply(job, state, call))
                .orElseThrow(TaskOperations::notFound);
    }

    private static Job ownTask(FlatCall call) {
        return call.jobs()
                .clients()
                .find(call.path("task"), call.account())
                .filter(job ->
                        job.order().kind() == Order.Kind.IMPORT || job.order().kind() == Order.Kind.EXPORT)
                .orElseThrow(TaskOperations::notFound);
    }

    private static FlatRefusal notFound() {
        return new FlatRefusal(FlatErrors.notFound("Task"));
    }
}
