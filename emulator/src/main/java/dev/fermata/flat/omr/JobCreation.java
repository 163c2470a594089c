package dev.fermata.flat.omr;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.CollectionNames;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.flat.wire.OmrFileJson;
import dev.fermata.flat.wire.OmrJobCreationJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.BadBody;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.Json;
import dev.fermata.job.Job;
import dev.fermata.job.Submission;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Sharing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code POST /omr/jobs}: a draft to be filled and started, or a job that runs at once. */
public final class JobCreation {
    private static final String KNOWN_BEFORE =
            "A job that was there before is answered 201 while it is a draft, 202 afterwards; a key has 1 to 255 characters, is the account's own, and what else comes with it is not compared";

    /** What a token needs besides {@code omr} to have a score made. */
    static final String LIBRARY_SCOPE = "scores";

    private static final int LONGEST_KEY = 255;
    private static final int MOST_LOCALES = 50;
    private static final Sharing PRIVATE = new Sharing(Sharing.Privacy.PRIVATE, Optional.empty());

    private final FlatOptions options;

    public JobCreation(FlatOptions options) {
        this.options = options;
    }

    @Documented(source = "OpenAPI 2.24.0; npm flat-api 1.0.1, OMRApi.d.ts")
    @Documented(
            behaviour = "The same idempotencyKey gives the same job again, and charges nothing",
            source = "OpenAPI 2.24.0, OmrJobCreation")
    @Assumed(behaviour = KNOWN_BEFORE, reason = "the vendor says that the existing job is returned, not how")
    public Reply createOmrJob(FlatCall call) throws IOException {
        OmrLimits limits = options.omrWith(call.account().plan());
        try (Body body = Body.receive(call.ctx(), limits.mostRequestBytes())) {
            OmrJobCreationJson request = Json.read(call.ctx(), body, OmrJobCreationJson.class);
            boolean library = !JobView.MUSICXML.equals(request.output());
            if (library && !call.hasOneOf(List.of(LIBRARY_SCOPE))) {
                return FlatErrors.missingScope(List.of(LIBRARY_SCOPE));
            }
            return CollectionNames.forNewScore(
                    call,
                    library ? request.collection() : null,
                    collection -> create(call, request, order(call, request, limits, library, collection), limits));
        }
    }

    private static Reply create(FlatCall call, OmrJobCreationJson request, Order order, OmrLimits limits)
            throws IOException {
        List<OmrFileJson> files = Optional.ofNullable(request.files()).orElse(List.of());
        boolean start = Boolean.TRUE.equals(request.autoStart());
        BadBody.unless(!start || !files.isEmpty(), "autoStart", "There are no files to start with");
        Optional<Job> before = call.world().flat().jobs().orderedBefore(order);
        return before.isPresent() ? known(before.get(), call) : create(call, order, files, start, limits);
    }

    private static Reply create(FlatCall call, Order order, List<OmrFileJson> files, boolean start, OmrLimits limits)
            throws IOException {
        if (files.size() > limits.files()) {
            return FlatErrors.of(new Refusal(Refusal.Kind.TOO_MANY_FILES, files.size(), limits.files()));
        }
        try (JobUpload received = new JobUpload(call, limits.fileBytes())) {
            for (OmrFileJson file : files) {
                received.add(file);
            }
            Submission submission = start
                    ? call.world().flat().jobs().submit(order, received.files())
                    : call.world().flat().jobs().draft(order, received.files());
            if (submission instanceof Submission.Accepted accepted) {
                received.keep();
                return start
                        ? JobView.reply(202, accepted.job(), accepted.job().stateWhenStarted(), call)
                        : JobView.reply(201, accepted.job(), call);
            }
            return submission instanceof Submission.Known known
                    ? known(known.job(), call)
                    : FlatErrors.of(((Submission.Refused) submission).refusal());
        }
    }

    private static Reply known(Job job, FlatCall call) {
        JobState state = job.stateAt(call.world().clock().instant());
        return JobView.reply(state.kind() == JobState.Kind.DRAFT ? 201 : 202, job, state, call)
                .assuming(KNOWN_BEFORE);
    }

    @Documented(
            behaviour = "The deadline of a job's data is fixed when the job is created",
            source = "npm flat-api 1.0.1, OmrJobRetention.d.ts")
    @Assumed(
            behaviour = "A job that has not ended at its deadline is canceled then, and its credits come back",
            reason = "its files are gone, so it could not go on")
    private static Order order(
            FlatCall call, OmrJobCreationJson request, OmrLimits limits, boolean library, Optional<String> collection) {
        BadBody.unless(
                request.output() == null
                        || request.output().equals(JobView.LIBRARY)
                        || request.output().equals(JobView.MUSICXML),
                "output",
                "The output is library or musicxml");
        Optional<String> key = Optional.ofNullable(request.idempotencyKey());
        key.ifPresent(given -> call.call().exchange().keyed(given));
        BadBody.unless(
                key.filter(k -> k.isEmpty() || k.length() > LONGEST_KEY).isEmpty(),
                "idempotencyKey",
                "A key has 1 to " + LONGEST_KEY + " characters");
        Optional<ScoreDraft> draft = library
                ? Optional.of(new ScoreDraft(call.newId(), call.newId(), PRIVATE, collection))
                : Optional.empty();
        return new Order(call.newId(), Order.Kind.JOB, call.account(), limits.terms(library), wishes(request, call))
                .yielding(draft)
                .keyed(key);
    }

    @Assumed(
            behaviour = "An interactive step that there is none of is answered 400",
            reason = "the vendor asks clients to list steps that they know")
    private static Wishes wishes(OmrJobCreationJson request, FlatCall call) {
        List<String> steps = Optional.ofNullable(request.interactiveSteps()).orElse(List.of());
        BadBody.unless(
                steps.stream().allMatch(DetailsStep.NAME::equals),
                "interactiveSteps",
                "The only interactive step is details");
        List<String> locales = Optional.ofNullable(request.locales()).orElse(List.of());
        BadBody.unless(locales.size() <= MOST_LOCALES, "locales", "There are " + MOST_LOCALES + " locales at most");
        locales.forEach(tag -> Locales.checked(Optional.ofNullable(tag).orElse(""), "locales"));
        return new Wishes(locales, Optional.ofNullable(request.autoRotate()), !steps.isEmpty(), call.scenario());
    }
}
