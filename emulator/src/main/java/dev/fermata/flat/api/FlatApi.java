package dev.fermata.flat.api;

import dev.fermata.fidelity.PublishedApi;
import dev.fermata.flat.FileLinks;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.billing.CreditHistory;
import dev.fermata.flat.collection.CollectionOperations;
import dev.fermata.flat.omr.JobOperations;
import dev.fermata.flat.revision.RevisionFiles;
import dev.fermata.flat.revision.RevisionOperations;
import dev.fermata.flat.score.ScoreOperations;
import dev.fermata.flat.signin.SignInEndpoint;
import dev.fermata.flat.task.TaskOperations;
import dev.fermata.flat.user.AccountOperations;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.Purpose;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Map<String, FlatOperation> operations;

    /** Flat in these worlds. */
    public FlatApi(Worlds worlds, FlatOptions options) {
        this.gate = new FlatGate(worlds, options);
        this.mostBodyBytes = options.mostBodyBytes();
        this.operations = operations(options, links)
                .collect(Collectors.toUnmodifiableMap(FlatOperation::id, Function.identity()));
    }

    private static Stream<FlatOperation> operations(FlatOptions options, FileLinks links) {
        return Stream.of(
                        CreditHistory.operations(),
                        CollectionOperations.operations(),
                        AccountOperations.operations(),
                        JobOperations.operations(options),
                        ScoreOperations.operations(options),
                        RevisionOperations.operations(options, links),
                        TaskOperations.operations(links))
                .flatMap(List::stream);
    }

    /** The emulated operations. */
    public static List<Operation> operations() {
        return operations(FlatOptions.defaults(), new FileLinks())
                .map(FlatOperation::operation)
                .toList();
    }

    /** What Flat publishes, and the classes that say where each behaviour comes from. */
    public static PublishedApi published() {
        List<PublishedApi.Operation> published = FlatCatalogue.load().operations().stream()
                .map(operation ->
                        new PublishedApi.Operation(operation.method(), ROOT + operation.path(), operation.id()))
                .toList();
        return PublishedApi.of("Flat", published, FlatCall.class);
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
        return gate.open(ctx, published.map(FlatApi::notEmulated), call -> {
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

    private static Operation notEmulated(FlatCatalogue.Published published) {
        return new Operation(published.id(), Purpose.OTHER);
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
        return catalogue.operations().stream()
                .flatMap(published -> Optional.ofNullable(operations.get(published.id())).stream()
                        .map(operation -> new Route(
                                published.method(), root + published.path(), ctx -> gate.admit(ctx, operation))));
    }

    private static String rootOf(String path) {
        return ROOTS.stream().filter(path::startsWith).findFirst().orElse("");
    }
}
