package dev.fermata.flat.omr;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.Listing;
import dev.fermata.flat.Paging;
import dev.fermata.flat.wire.OmrDetailsJson;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.Json;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.Submission;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.timeline.JobState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flat's OMR jobs, from the first look to the last. */
public final class JobOperations {
    private static final String CANCELED_TWICE =
            "A canceled job may be canceled again; one that is done or has failed is answered 409";

    private static final int LONGEST_WAIT = 25;
    private static final long MOST_STEP_BYTES = 1 << 20;

    @Documented(source = "OpenAPI 2.24.0; npm flat-api 1.0.1, OMRApi.d.ts")
    @Assumed(
            behaviour = "OMR jobs are listed newest first; imports by POST /scores are not among them",
            reason = "the vendor names no order, and calls them the caller's OMR jobs")
    public Reply listOmrJobs(FlatCall call) {
        Optional<String> status = call.query("status");
        Optional<String> expired = call.query("expired");
        if (status.filter(name -> !JobView.isStatus(name)).isPresent()) {
            return FlatErrors.badRequest("There is no such status", "status");
        }
        if (expired.filter(value -> !value.equals("true") && !value.equals("false"))
                .isPresent()) {
            return FlatErrors.badRequest("The value of expired is true or false", "expired");
        }
        List<Job> jobs = jobs(call).seenBy(call.account()).stream()
                .filter(job -> job.order().kind() == Order.Kind.JOB)
                .filter(job -> status.isEmpty() || status.get().equals(statusOf(job, call)))
                .filter(job -> expired.isEmpty()
                        || expired.get()
                                .equals(String.valueOf(job.erasedAt(call.now()).isPresent())))
                .toList();
        return Paging.answer(
                call,
                Paging.Limits.COMMON,
                new Listing<>(
                        jobs, job -> String.format(Locale.ROOT, "%019d", job.number()), Listing.Direction.DESCENDING),
                job -> JobView.of(job, job.stateAt(call.now()), call.now(), call));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour =
                    "wait counts on the world's clock, and on the real one too; a change is another status or page than"
                            + " anybody was last told of this job, and is answered at once; an ended job always is",
            reason = "the vendor says until the state changes, not since when")
    public Answer getOmrJob(FlatCall call) throws IOException {
        Optional<Integer> wait = call.query("wait").isEmpty() ? Optional.of(0) : seconds(call.query("wait"));
        if (wait.isEmpty()) {
            return FlatErrors.badRequest("The wait is 0 to " + LONGEST_WAIT + " seconds", "wait");
        }
        Optional<Job> job = find(call);
        if (job.isEmpty()) {
            return FlatErrors.notFound("OMR job");
        }
        return wait.get() == 0
                ? polled(job.get(), jobs(call).poll(job.get()), call)
                : new Answer.Later<>(
                        () -> jobs(call).await(job.get(), Duration.ofSeconds(wait.get())),
                        state -> polled(job.get(), state, call));
    }

    private static Reply polled(Job job, Optional<JobState> seen, FlatCall call) {
        return seen.map(state -> JobView.reply(200, job, state, call)).orElseGet(() -> FlatErrors.notFound("OMR job"));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour =
                    "The checks of a start, in this order: draft (409), files (400), plan (402), parallel jobs (429), room for"
                            + " scores (402), credits (402)",
            reason = "the vendor says permission, quota and credits, and that files are checked")
    public Reply startOmrJob(FlatCall call) throws IOException {
        return own(call, job -> {
            Submission submission = jobs(call).start(job);
            return submission instanceof Submission.Accepted accepted
                    ? JobView.reply(202, accepted.job(), accepted.job().stateWhenStarted(), call)
                    : FlatErrors.of(((Submission.Refused) submission).refusal());
        });
    }

    @Documented(source = "OpenAPI 2.24.0")
    public Reply submitOmrJobStep(FlatCall call) throws IOException {
        return own(call, job -> {
            if (!call.path("step").equals(DetailsStep.NAME)) {
                return FlatErrors.notFound("Step");
            }
            // Asked again by the engine; here, so that a body which nobody awaits need not make sense.
            if (job.stateAt(call.now()).kind() != JobState.Kind.AWAITING) {
                return FlatErrors.of(Refusal.of(Refusal.Kind.NOT_AWAITING));
            }
            try (Body body = Body.receive(call.ctx(), MOST_STEP_BYTES)) {
                var corrections = DetailsStep.read(Json.read(call.ctx(), body, OmrDetailsJson.class), job);
                return answered(202, job, jobs(call).resume(job, corrections), call);
            }
        });
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = CANCELED_TWICE, reason = "the vendor speaks of drafts and jobs in flight alone")
    public Reply cancelOmrJob(FlatCall call) throws IOException {
        return own(call, job -> {
            boolean isOpen = !job.stateAt(call.now()).isTerminal();
            Reply reply = answered(200, job, jobs(call).cancel(job), call);
            return isOpen ? reply : reply.assuming(CANCELED_TWICE);
        });
    }

    @Documented(source = "npm flat-api 1.0.1, OMRApi.d.ts")
    public Reply deleteOmrJob(FlatCall call) throws IOException {
        return own(call, job -> answered(200, job, jobs(call).erase(job), call));
    }

    /** Answers with the caller's own job that the path names. */
    static Reply own(FlatCall call, Use use) throws IOException {
        Optional<Job> job = find(call);
        return job.isPresent() ? use.answer(job.get()) : FlatErrors.notFound("OMR job");
    }

    @Assumed(
            behaviour =
                    "A job that ends well stays charged, also where a scenario takes its result or the job itself from"
                            + " its client; a job that is not found any more leaves its idempotencyKey to the next",
            reason = "the vendor gives credits back for jobs that fail or are canceled, and speaks of no others")
    @Assumed(
            behaviour = "The OMR job of another account is not found",
            reason = "the vendor hides what is not visible to a token the same way as what is not there")
    private static Optional<Job> find(FlatCall call) {
        return jobs(call)
                .find(call.path("job"), call.account())
                .filter(job -> job.order().kind() == Order.Kind.JOB);
    }

    private static Reply answered(int status, Job job, Optional<Refusal> refusal, FlatCall call) {
        return refusal.map(FlatErrors::of).orElseGet(() -> JobView.reply(status, job, call));
    }

    private static Jobs jobs(FlatCall call) {
        return call.world().flat().jobs();
    }

    private static String statusOf(Job job, FlatCall call) {
        return JobView.statusOf(job.stateAt(call.now()).kind());
    }

    private static Optional<Integer> seconds(Optional<String> wait) {
        return wait.filter(digits -> digits.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(seconds -> seconds <= LONGEST_WAIT);
    }

    /** What is done with a job that was found. */
    @FunctionalInterface
    interface Use {
        Reply answer(Job job) throws IOException;
    }
}
