package dev.fermata.scoreflow.api;

import dev.fermata.fidelity.PublishedApi;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.scoreflow.ScoreFlowCall;
import dev.fermata.scoreflow.ScoreFlowErrors;
import dev.fermata.scoreflow.ScoreFlowOperation;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.scoreflow.conversion.Conversions;
import dev.fermata.vendor.Operation;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.List;

/** ScoreFlow, at {@code /api/convert} as at scoreflow.app. */
public final class ScoreFlowApi implements Api {
    /** Where ScoreFlow's API begins. */
    public static final String ROOT = "/api";

    private final ScoreFlowGate gate;

    /** ScoreFlow in these worlds. */
    public ScoreFlowApi(Worlds worlds, ScoreFlowOptions options) {
        this.gate = new ScoreFlowGate(worlds, options);
    }

    /** Its operations. */
    public static List<Operation> operations() {
        return Conversions.operations().stream()
                .map(ScoreFlowOperation::operation)
                .toList();
    }

    /** What ScoreFlow publishes, and the classes that say where each behaviour comes from. */
    public static PublishedApi published() {
        List<PublishedApi.Operation> published = Conversions.operations().stream()
                .map(each -> new PublishedApi.Operation(
                        each.method(), each.path(), each.operation().id()))
                .toList();
        return PublishedApi.of("ScoreFlow", published, ScoreFlowCall.class);
    }

    @Override
    public List<Route> routes() {
        return Conversions.operations().stream()
                .map(each -> new Route(each.method(), each.path(), ctx -> gate.admit(ctx, each)))
                .toList();
    }

    @Override
    public boolean owns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public long mostBodyBytes(String path) {
        return Conversions.MOST_FORM_BYTES;
    }

    @Override
    public Reply answerUnrouted(Context ctx, Unrouted reason) {
        return Cors.preflight(ctx).orElseGet(() -> gate.stamp(ctx, Cors.opened(unrouted(reason))));
    }

    private static Reply unrouted(Unrouted reason) {
        return switch (reason) {
            case NO_SUCH_PATH -> ScoreFlowErrors.noSuchEndpoint();
            case NO_SUCH_METHOD -> ScoreFlowErrors.methodNotAllowed();
        };
    }

    @Override
    public Reply answerMalformed(int status) {
        return Cors.opened(ScoreFlowErrors.malformed(status));
    }

    @Override
    public Reply answerAssumed(String behaviour) {
        return Cors.opened(ScoreFlowErrors.assumed(behaviour));
    }

    @Override
    public Reply answerStorage(Context ctx, String reason) {
        Cors.open(ctx, ScoreFlowGate.EXPOSED);
        return ScoreFlowErrors.storage(reason);
    }

    @Override
    public Reply answerBug(Context ctx) {
        return Cors.opened(ScoreFlowErrors.bug());
    }
}
