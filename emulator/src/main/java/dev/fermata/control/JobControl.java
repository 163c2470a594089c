package dev.fermata.control;

import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.gate.Problem;
import dev.fermata.control.wire.JobJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.script.Failure;
import dev.fermata.job.timeline.JobState;
import dev.fermata.spec.Fields;
import dev.fermata.spec.Labels;
import dev.fermata.vendor.VendorName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Shows jobs, and moves and ends them on request, as the manual pace requires. */
final class JobControl {
    /** The parameters of {@link #list}. */
    static final Set<String> PARAMETERS = Set.of("vendor", "state");

    /** A job, and the vendor it belongs to. */
    private record Found(VendorName vendor, Job job) {}

    /** The jobs of both vendors, in order of submission; {@code ?vendor=} and {@code ?state=} filter. */
    Reply list(ControlCall call) {
        Optional<String> vendor = call.query("vendor");
        if (vendor.isPresent() && VendorName.labelled(vendor.get()).isEmpty()) {
            return Problem.badField("vendor", "vendor must be one of " + Labels.all(VendorName.class));
        }
        Optional<String> state = call.query("state");
        if (state.isPresent() && Labels.find(JobState.Kind.class, state.get()).isEmpty()) {
            return Problem.badField("state", "state must be one of " + Labels.all(JobState.Kind.class));
        }
        Instant now = call.world().enter();
        List<JobJson> jobs = Arrays.stream(VendorName.values())
                .filter(name -> vendor.isEmpty() || name.label().equals(vendor.get()))
                .flatMap(name -> call.world().vendor(name).jobs().all().stream().map(job -> new Found(name, job)))
                .sorted(Comparator.comparing((Found found) -> found.job().createdAt())
                        .thenComparing(Found::vendor)
                        .thenComparing(found -> found.job().number()))
                .map(found -> json(found, now))
                .filter(job -> state.isEmpty() || job.state().equals(state.get().replace('_', '-')))
                .toList();
        return Reply.json(200, Map.of("jobs", jobs));
    }

    Reply get(ControlCall call) {
        Instant now = call.world().enter();
        return found(call).map(found -> Reply.json(200, json(found, now))).orElseGet(() -> noSuchJob(call));
    }

    /** Moves a job with manual pace one step forward. */
    Reply step(ControlCall call) {
        return change(call, Jobs::step, "has no further step");
    }

    /** Ends a job successfully. */
    Reply finish(ControlCall call) {
        return change(call, Jobs::finish, "cannot be finished");
    }

    /** Ends a job with a failure; the body gives the reason. */
    Reply fail(ControlCall call) throws IOException {
        Fields fields = call.fieldsIfAny();
        Failure because = fields.at("because").isPresent() ? fields.choice("because", Failure.class) : Failure.GENERIC;
        fields.requireNoOther();
        return change(call, (jobs, job) -> jobs.fail(job, because), "has already ended");
    }

    private static Reply change(ControlCall call, BiPredicate<Jobs, Job> change, String otherwise) {
        return found(call).map(found -> changed(call, found, change, otherwise)).orElseGet(() -> noSuchJob(call));
    }

    private static Reply changed(ControlCall call, Found found, BiPredicate<Jobs, Job> change, String otherwise) {
        boolean changed = change.test(call.world().vendor(found.vendor()).jobs(), found.job());
        Job row = call.world().job(found.job().id()).orElse(found.job());
        JobJson json = json(new Found(found.vendor(), row), call.world().clock().instant());
        return changed
                ? Reply.json(200, json)
                : Problem.of(409, "Job not changed", "The job is " + json.state() + " and " + otherwise);
    }

    private static Optional<Found> found(ControlCall call) {
        return Arrays.stream(VendorName.values())
                .flatMap(vendor -> call.world().vendor(vendor).jobs().find(call.path("job")).stream()
                        .map(job -> new Found(vendor, job)))
                .findFirst();
    }

    private static Reply noSuchJob(ControlCall call) {
        return Problem.of(
                404,
                "Unknown job",
                "Unknown job id in the world " + call.world().name());
    }

    private static JobJson json(Found found, Instant now) {
        Job job = found.job();
        JobState state = job.stateAt(now);
        return new JobJson(
                job.id(),
                found.vendor().label(),
                Labels.of(job.order().kind()),
                Labels.of(state.kind()),
                state.percent(),
                state.page() == 0 ? null : state.page(),
                state.failure().map(Labels::of).orElse(null),
                job.owner(),
                job.createdAt().toString(),
                job.nextChange(now).map(Instant::toString).orElse(null));
    }
}
