package dev.fermata.flat.omr;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.omr.details.DetailsStep;
import dev.fermata.flat.omr.details.OmrDetailsJson;
import dev.fermata.flat.paging.Listing;
import dev.fermata.flat.paging.Paging;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.job.Job;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.content.Corrections;
import dev.fermata.vendor.Operation.Trait;
import dev.fermata.vendor.Purpose;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Flat's OMR jobs, from the first look to the last. */
public final class JobOperations {
    private static final String CANCELED_TWICE =
            "A canceled job may be canceled again; one that is done or has failed is answered 409";

    private static final int LONGEST_WAIT = 25;
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    /** The operations of OMR jobs. */
    public static List<FlatOperation> operations(FlatOptions options) {
        var capabilities = new Capabilities(options);
        var creation = new JobCreation(options);
        var jobs = new JobOperations();
        var files = new JobFiles(options);
        return List.of(
                FlatOperation.of("getOmrCapabilities", Purpose.OTHER, capabilities::getOmrCapabilities)
                        .open(),
                FlatOperation.of("listOmrJobs", Purpose.LIST, jobs::listOmrJobs, "omr"),
                FlatOperation.of("createOmrJob", Purpose.SUBMIT, creation::createOmrJob, "omr")
                        .with(Trait.TAKES_KEY),
                FlatOperation.of("getOmrJob", Purpose.POLL, jobs::getOmrJob, "omr")
                        .with(Trait.CANCELABLE),
                FlatOperation.of("deleteOmrJob", Purpose.ERASE, jobs::deleteOmrJob, "omr"),
                FlatOperation.of("cancelOmrJob", Purpose.CANCEL, jobs::cancelOmrJob, "omr"),
                FlatOperation.of("getOmrJobExport", Purpose.DOWNLOAD, files::getOmrJobExport, "omr"),
                FlatOperation.of("addOmrJobFile", Purpose.OTHER, files::addOmrJobFile, "omr"),
                FlatOperation.of("getOmrJobFile", Purpose.OTHER, files::getOmrJobFile, "omr"),
                FlatOperation.of("startOmrJob", Purpose.START, jobs::startOmrJob, "omr"),
                FlatOperation.of("submitOmrJobStep", Purpose.OTHER, jobs::submitOmrJobStep, "omr"));
    }

    @Documented(source = "OpenAPI 2.24.0; npm flat-api 1.0.1, OMRApi.d.ts")
    @Assumed(
            behaviour = "OMR jobs are listed newest first; imports by POST /scores are not among them",
            reason = "the vendor names no order, and calls them the caller's OMR jobs")
    Reply listOmrJobs(FlatCall call) {
        Optional<String> status = choice(call, "status", JobView::isStatus, "There is no such status");
        Optional<String> expired = choice(call, "expired", BOOLEANS::contains, "The value of expired is true or false");
        List<Job> jobs = call.jobs().clients().of(call.account()).stream()
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

    private static Optional<String> choice(FlatCall call, String name, Predicate<String> isValid, String message) {
        Optional<String> value = call.query(name);
        if (value.filter(isValid.negate()).isPresent()) {
            throw new FlatRefusal(FlatErrors.badRequest(message, name));
        }
        return value;
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour =
                    "wait counts on the world's clock, and on the real one too; a change is another status or page than"
                            + " anybody was last told of this job, and is answered at once; an ended job always is",
            reason = "the vendor says until the state changes, not since when")
    Answer getOmrJob(FlatCall call) {
        int seconds = call.query("wait").map(JobOperations::seconds).orElse(0);
        Job job = call.ownJob();
        return seconds == 0
                ? polled(job, call.jobs().clients().poll(job), call)
                : new Answer.Later<>(
                        () -> call.jobs().clients().await(job, Duration.ofSeconds(seconds)),
                        state -> polled(job, state, call));
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
    Reply startOmrJob(FlatCall call) {
        Job job = FlatCall.accepted(call.jobs().start(call.ownJob()));
        return JobView.reply(202, job, job.stateWhenStarted(), call);
    }

    @Documented(source = "OpenAPI 2.24.0")
    Reply submitOmrJobStep(FlatCall call) throws IOException {
        Job job = call.ownJob();
        if (!call.path("step").equals(DetailsStep.NAME)) {
            throw new FlatRefusal(FlatErrors.notFound("Step"));
        }
        // The engine asks again. Asked here, so that a body that is not awaited need not be valid.
        if (job.stateAt(call.now()).kind() != JobState.Kind.AWAITING) {
            throw new FlatRefusal(FlatErrors.of(Refusal.of(Refusal.Kind.NOT_AWAITING)));
        }
        Corrections corrections = DetailsStep.read(call.body(OmrDetailsJson.class), job);
        FlatRefusal.throwIfAny(call.jobs().resume(job, corrections));
        return JobView.reply(202, job, call);
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = CANCELED_TWICE, reason = "the vendor speaks of drafts and jobs in flight alone")
    Reply cancelOmrJob(FlatCall call) {
        Job job = call.ownJob();
        boolean isOpen = !job.stateAt(call.now()).isTerminal();
        Reply reply = call.jobs().cancel(job).map(FlatErrors::of).orElseGet(() -> JobView.reply(200, job, call));
        return isOpen ? reply : reply.assuming(CANCELED_TWICE);
    }

    @Documented(source = "npm flat-api 1.0.1, OMRApi.d.ts")
    Reply deleteOmrJob(FlatCall call) {
        Job job = call.ownJob();
        FlatRefusal.throwIfAny(call.jobs().erase(job));
        return JobView.reply(200, job, call);
    }

    private static String statusOf(Job job, FlatCall call) {
        return JobView.statusOf(job.stateAt(call.now()).kind());
    }

    private static int seconds(String wait) {
        return Optional.of(wait)
                .filter(digits -> digits.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(seconds -> seconds <= LONGEST_WAIT)
                .orElseThrow(() -> new FlatRefusal(
                        FlatErrors.badRequest("The wait is 0 to " + LONGEST_WAIT + " seconds", "wait")));
    }
}
