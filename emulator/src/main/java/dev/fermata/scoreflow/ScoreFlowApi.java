package dev.fermata.scoreflow;

import dev.fermata.fidelity.PublishedApi;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.List;

/** ScoreFlow, at {@code /api/convert} as at scoreflow.app. */
public final class ScoreFlowApi implements Api {
    /** Where ScoreFlow's API begins. */
    public static final String ROOT = "/api";

    private final ScoreFlowGate gate;
    private final Conversions conversions;

    /** ScoreFlow in these worlds. */
    public ScoreFlowApi(Worlds worlds, ScoreFlowOptions options) {
        this.gate = new ScoreFlowGate(worlds, options);
        this.conversions = new Conversions();
    }

    /**
     * What ScoreFlow publishes, and the classes that say where each behaviour comes from. It has no operation ids; ours
     * are the names of the methods.
     */
    public static PublishedApi published() {
        return new PublishedApi(
                "ScoreFlow",
                List.of(
                        new PublishedApi.Operation("POST", "/api/convert", "convert"),
                        new PublishedApi.Operation("GET", "/api/convert/status/{conversionId}", "status"),
                        new PublishedApi.Operation("GET", "/api/convert/download/{conversionId}", "download")),
                List.of(
                        Conversions.class,
                        ConversionView.class,
                        ScoreFlowErrors.class,
                        ScoreFlowGate.class,
                        ScoreFlowOptions.class));
    }

    /** A new id of a conversion, in this world. */
    public static String newId(World world) {
        return "api_" + world.ids().alphanumeric(8) + "_" + world.ids().alphanumeric(5);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("POST", "/api/convert", ctx -> gate.admitSubmission(ctx, "convert", conversions::convert)),
                new Route("GET", "/api/convert/status/{id}", ctx -> gate.admitPoll(ctx, "status", conversions::status)),
                new Route(
                        "GET",
                        "/api/convert/download/{id}",
                        ctx -> gate.admitPoll(ctx, "download", conversions::download)));
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
