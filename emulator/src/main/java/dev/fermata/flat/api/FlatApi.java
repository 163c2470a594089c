package dev.fermata.flat.api;

import static dev.fermata.flat.FlatOperation.delete;
import static dev.fermata.flat.FlatOperation.get;
import static dev.fermata.flat.FlatOperation.post;
import static dev.fermata.flat.FlatOperation.put;

import dev.fermata.fidelity.PublishedApi;
import dev.fermata.flat.CollectionNames;
import dev.fermata.flat.FileLinks;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.Texts;
import dev.fermata.flat.billing.CreditHistory;
import dev.fermata.flat.collection.CollectionEdit;
import dev.fermata.flat.collection.CollectionList;
import dev.fermata.flat.collection.CollectionOperations;
import dev.fermata.flat.collection.CollectionScores;
import dev.fermata.flat.collection.CollectionView;
import dev.fermata.flat.omr.Capabilities;
import dev.fermata.flat.omr.JobCreation;
import dev.fermata.flat.omr.JobFiles;
import dev.fermata.flat.omr.JobOperations;
import dev.fermata.flat.omr.JobUpload;
import dev.fermata.flat.omr.JobView;
import dev.fermata.flat.omr.details.DetailsStep;
import dev.fermata.flat.omr.details.Locales;
import dev.fermata.flat.paging.Paging;
import dev.fermata.flat.paging.Sorting;
import dev.fermata.flat.revision.ExportTasks;
import dev.fermata.flat.revision.PartSelection;
import dev.fermata.flat.revision.RevisionFiles;
import dev.fermata.flat.revision.RevisionOperations;
import dev.fermata.flat.score.BlankScores;
import dev.fermata.flat.score.ScoreCreation;
import dev.fermata.flat.score.ScoreListing;
import dev.fermata.flat.score.ScoreOperations;
import dev.fermata.flat.score.ScoreView;
import dev.fermata.flat.score.TrashOperations;
import dev.fermata.flat.score.UnreadFormats;
import dev.fermata.flat.score.UserScores;
import dev.fermata.flat.signin.SignInEndpoint;
import dev.fermata.flat.task.TaskOperations;
import dev.fermata.flat.task.TaskView;
import dev.fermata.flat.user.AccountOperations;
import dev.fermata.flat.user.UserView;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flat, at {@code /v2} as at api.flat.io and at {@code /api/v2} as at flat.io. */
public final class FlatApi implements Api {
    /** Where Flat's API begins. */
    public static final String ROOT = "/v2";

    private static final List<String> ROOTS = List.of(ROOT, "/api/v2");

    private final FlatGate gate;
    private final long mostBodyBytes;
    private final FlatCatalogue catalogue = FlatCatalogue.load();
    private final FileLinks links = new FileLinks();
    private final RevisionFiles files = new RevisionFiles(links);
    private final List<FlatOperation> operations;

    /**
     * Flat in these worlds.
     */
    public FlatApi(Worlds worlds, FlatOptions options) {
        this.gate = new FlatGate(worlds, options);
        this.mostBodyBytes = options.mostBodyBytes();
        var account = new AccountOperations();
        var importing = new ScoreCreation(options);
        var scores = new ScoreOperations();
        var revisions = new RevisionOperations(options);
        var taskView = new TaskView(links);
        var exports = new ExportTasks(taskView);
        var trash = new TrashOperations();
        var collections = new CollectionOperations();
        var contents = new CollectionScores();
        var tasks = new TaskOperations(taskView);
        var capabilities = new Capabilities(options);
        var newJobs = new JobCreation(options);
        var jobs = new JobOperations();
        var jobFiles = new JobFiles(options);
        var credits = new CreditHistory();
        this.operations = List.of(
                get("/me", account::getAuthenticatedUser, "account.public_profile", "account.education_profile"),
                get("/collections", new CollectionList()::listCollections, "collections", "collections.readonly"),
                post("/collections", collections::createCollection, "collections"),
                get("/collections/{collection}", collections::getCollection, "collections", "collections.readonly"),
                put("/collections/{collection}", collections::editCollection, "collections"),
                delete("/collections/{collection}", collections::deleteCollection, "collections"),
                post("/collections/{collection}/untrash", collections::untrashCollection, "collections"),
                get("/collections/{collection}/scores", contents::listCollectionScores, "collections"),
                put(
                        "/collections/{collection}/scores/{score}",
                        contents::addScoreToCollection,
                        "collections",
                        "collections.add_scores"),
                delete("/collections/{collection}/scores/{score}", contents::deleteScoreFromCollection, "collections"),
                post("/scores", importing::createScore, "scores"),
                get("/scores/{score}", scores::getScore, "scores", "scores.readonly")
                        .open(),
                put("/scores/{score}", scores::editScore, "scores"),
                delete("/scores/{score}", trash::deleteScore, "scores"),
                post("/scores/{score}/untrash", trash::untrashScore, "scores"),
                get("/scores/{score}/revisions", revisions::getScoreRevisions, "scores", "scores.readonly")
                        .open(),
                post("/scores/{score}/revisions", revisions::createScoreRevision, "scores"),
                get("/scores/{score}/revisions/{revision}", revisions::getScoreRevision, "scores", "scores.readonly")
                        .open(),
                get(
                                "/scores/{score}/revisions/{revision}/{format}",
                                files::getScoreRevisionData,
                                "scores",
                                "scores.readonly")
                        .open(),
                post(
                        "/scores/{score}/revisions/{revision}/{format}/task",
                        exports::createExportTask,
                        "scores",
                        "scores.readonly"),
                get("/omr/capabilities", capabilities::getOmrCapabilities).open(),
                post("/omr/jobs", newJobs::createOmrJob, "omr"),
                get("/omr/jobs", jobs::listOmrJobs, "omr"),
                get("/omr/jobs/{job}", jobs::getOmrJob, "omr"),
                delete("/omr/jobs/{job}", jobs::deleteOmrJob, "omr"),
                post("/omr/jobs/{job}/files", jobFiles::addOmrJobFile, "omr"),
                get("/omr/jobs/{job}/files/{index}", jobFiles::getOmrJobFile, "omr"),
                post("/omr/jobs/{job}/start", jobs::startOmrJob, "omr"),
                post("/omr/jobs/{job}/steps/{step}", jobs::submitOmrJobStep, "omr"),
                get("/omr/jobs/{job}/exports/{format}", jobFiles::getOmrJobExport, "omr"),
                post("/omr/jobs/{job}/cancel", jobs::cancelOmrJob, "omr"),
                get("/billing/credits/history", credits::listBillingCreditsHistory, "omr"),
                get("/tasks/{task}", tasks::getTask, "tasks.readonly"),
                get("/users/{user}/scores", new UserScores()::getUserScores, "scores", "scores.readonly")
                        .open());
    }

    /** What Flat publishes, and the classes that say where each behaviour comes from. */
    public static PublishedApi published() {
        List<PublishedApi.Operation> published = FlatCatalogue.load().operations().stream()
                .map(operation ->
                        new PublishedApi.Operation(operation.method(), ROOT + operation.path(), operation.id()))
                .toList();
        return new PublishedApi("Flat", published, behaviours());
    }

    private static List<Class<?>> behaviours() {
        return List.of(
                AccountOperations.class,
                CollectionNames.class,
                CollectionList.class,
                CollectionOperations.class,
                CollectionEdit.class,
                CollectionScores.class,
                CollectionView.class,
                ScoreCreation.class,
                BlankScores.class,
                UnreadFormats.class,
                ScoreOperations.class,
                ScoreView.class,
                ScoreListing.class,
                TrashOperations.class,
                UserScores.class,
                RevisionOperations.class,
                RevisionFiles.class,
                PartSelection.class,
                ExportTasks.class,
                TaskOperations.class,
                TaskView.class,
                Capabilities.class,
                JobCreation.class,
                JobOperations.class,
                JobView.class,
                JobFiles.class,
                DetailsStep.class,
                Locales.class,
                JobUpload.class,
                CreditHistory.class,
                Texts.class,
                UserView.class,
                FlatErrors.class,
                Paging.class,
                Sorting.class,
                FlatGate.class,
                FlatOptions.class);
    }

    @Override
    public List<Route> routes() {
        Route linked = new Route("GET", FileLinks.PATH + "{key}", this::linkedFile);
        return Stream.of(ROOTS.stream().flatMap(this::routesBelow), signIn(), Stream.of(linked))
                .flatMap(routes -> routes)
                .toList();
    }

    @Override
    public boolean owns(String path) {
        return SignInEndpoint.isAt(path)
                || ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    @Override
    public long mostBodyBytes(String path) {
        return mostBodyBytes;
    }

    @Override
    public Answer answerUnrouted(Context ctx, Unrouted reason) {
        Optional<Reply> preflight = Cors.preflight(ctx);
        if (preflight.isPresent()) {
            return preflight.get();
        }
        String path = ctx.path().substring(rootOf(ctx.path()).length());
        var published = catalogue.find(ctx.method().name(), path);
        return gate.open(ctx, published.map(FlatCatalogue.Published::id), call -> {
            return published
                    .map(operation -> FlatErrors.notEmulated("the operation " + operation.id()))
                    .orElseGet(() -> reason == Unrouted.NO_SUCH_METHOD || catalogue.knows(path)
                            ? FlatErrors.methodNotAllowed()
                            : FlatErrors.notFound("Endpoint"));
        });
    }

    @Override
    public Reply answerMalformed(int status) {
        return Cors.opened(FlatErrors.malformed(status));
    }

    @Override
    public Reply answerAssumed(String behaviour) {
        return Cors.opened(FlatErrors.assumed(behaviour));
    }

    @Override
    public Reply answerStorage(Context ctx, String reason) {
        Cors.open(ctx, FlatGate.EXPOSED);
        return FlatErrors.storage(reason);
    }

    @Override
    public Reply answerBug(Context ctx) {
        return Cors.opened(FlatErrors.bug());
    }

    private Answer linkedFile(Context ctx) throws Exception {
        ctx.header(OwnAnswer.HEADER, OwnAnswer.FILE.label());
        Optional<FileLinks.Target> target = links.targetOf(ctx.pathParam("key"));
        return target.isPresent()
                ? gate.linked(ctx, target.get().world(), call -> files.linked(call, target.get()))
                : Cors.opened(FlatErrors.notFound(FlatGate.FILE));
    }

    private Stream<Route> signIn() {
        return Arrays.stream(SignInEndpoint.values())
                .map(endpoint -> new Route(
                        endpoint.method(),
                        endpoint.path(),
                        ctx -> gate.open(
                                ctx, Optional.empty(), call -> FlatErrors.notEmulated("the sign-in by " + endpoint))));
    }

    private Stream<Route> routesBelow(String root) {
        return operations.stream().map(operation -> {
            var id = catalogue.find(operation.method(), operation.path()).map(FlatCatalogue.Published::id);
            return new Route(operation.method(), root + operation.path(), ctx -> gate.admit(ctx, operation, id));
        });
    }

    private static String rootOf(String path) {
        return ROOTS.stream().filter(path::startsWith).findFirst().orElse("");
    }
}
