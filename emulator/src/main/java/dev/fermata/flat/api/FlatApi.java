package dev.fermata.flat.api;

import static dev.fermata.flat.FlatOperation.delete;
import static dev.fermata.flat.FlatOperation.get;
import static dev.fermata.flat.FlatOperation.post;
import static dev.fermata.flat.FlatOperation.put;

import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.Paging;
import dev.fermata.flat.score.BlankScores;
import dev.fermata.flat.score.FileKinds;
import dev.fermata.flat.score.FileLinks;
import dev.fermata.flat.score.RevisionFiles;
import dev.fermata.flat.score.RevisionOperations;
import dev.fermata.flat.score.ScoreCreation;
import dev.fermata.flat.score.ScoreOperations;
import dev.fermata.flat.score.ScoreView;
import dev.fermata.flat.task.TaskOperations;
import dev.fermata.flat.task.TaskView;
import dev.fermata.flat.user.AccountOperations;
import dev.fermata.flat.user.UserView;
import dev.fermata.http.Cors;
import dev.fermata.http.Face;
import dev.fermata.http.Reply;
import dev.fermata.http.Route;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flat, at {@code /v2} as at api.flat.io and at {@code /api/v2} as at flat.io. */
public final class FlatApi implements Face {
    /** Where Flat's API begins. */
    public static final String ROOT = "/v2";

    private static final List<String> ROOTS = List.of(ROOT, "/api/v2");

    private final FlatGate gate;
    private final FlatCatalogue catalogue = FlatCatalogue.load();
    private final FileLinks links = new FileLinks();
    private final RevisionFiles files = new RevisionFiles(links);
    private final List<FlatOperation> operations;

    /**
     * Flat in these worlds.
     *
     * @param temporary the folder for uploads on their way in
     */
    public FlatApi(Worlds worlds, FlatOptions options, Path temporary) {
        this.gate = new FlatGate(worlds, options);
        var account = new AccountOperations();
        var importing = new ScoreCreation(options, temporary);
        var scores = new ScoreOperations(temporary);
        var revisions = new RevisionOperations(options, temporary);
        var tasks = new TaskOperations();
        this.operations = List.of(
                get("/me", account::getAuthenticatedUser, "account.public_profile", "account.education_profile"),
                post("/scores", importing::createScore, "scores"),
                get("/scores/{score}", scores::getScore, "scores", "scores.readonly")
                        .open(),
                put("/scores/{score}", scores::editScore, "scores"),
                delete("/scores/{score}", scores::deleteScore, "scores"),
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
                get("/tasks/{task}", tasks::getTask, "tasks.readonly"));
    }

    /** The classes that say where each behaviour of Flat comes from. */
    public static List<Class<?>> behaviours() {
        return List.of(
                AccountOperations.class,
                ScoreCreation.class,
                BlankScores.class,
                FileKinds.class,
                ScoreOperations.class,
                ScoreView.class,
                RevisionOperations.class,
                RevisionFiles.class,
                TaskOperations.class,
                TaskView.class,
                UserView.class,
                FlatErrors.class,
                Paging.class,
                FlatGate.class,
                FlatOptions.class);
    }

    @Override
    public List<Route> routes() {
        Route linked = new Route("GET", FileLinks.PATH + "{key}", this::linkedFile);
        return Stream.concat(ROOTS.stream().flatMap(this::routesBelow), Stream.of(linked))
                .toList();
    }

    @Override
    public boolean owns(String path) {
        return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    @Override
    public Reply answerUnrouted(Context ctx, Unrouted reason) {
        Optional<Reply> preflight = Cors.preflight(ctx);
        if (preflight.isPresent()) {
            return preflight.get();
        }
        return gate.open(ctx, call -> {
            String path = ctx.path().substring(rootOf(ctx.path()).length());
            return catalogue
                    .find(ctx.method().name(), path)
                    .map(operation -> FlatErrors.notEmulated("the operation " + operation.id()))
                    .orElseGet(() -> reason == Unrouted.NO_SUCH_METHOD || catalogue.knows(path)
                            ? FlatErrors.methodNotAllowed()
                            : FlatErrors.notFound("Endpoint"));
        });
    }

    @Override
    public Reply answerMalformed(int status) {
        return FlatErrors.malformed(status);
    }

    @Override
    public Reply answerBug(Context ctx) {
        return FlatErrors.bug();
    }

    private Reply linkedFile(Context ctx) throws Exception {
        Optional<FileLinks.Target> target = links.targetOf(ctx.pathParam("key"));
        return target.isPresent()
                ? gate.linked(ctx, target.get().world(), call -> files.linked(call, target.get()))
                : FlatErrors.notFound("File");
    }

    private Stream<Route> routesBelow(String root) {
        return operations.stream()
                .map(operation ->
                        new Route(operation.method(), root + operation.path(), ctx -> gate.admit(ctx, operation)));
    }

    private static String rootOf(String path) {
        return ROOTS.stream().filter(path::startsWith).findFirst().orElse("");
    }
}
