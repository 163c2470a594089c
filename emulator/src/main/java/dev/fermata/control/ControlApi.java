package dev.fermata.control;

import dev.fermata.http.Face;
import dev.fermata.http.Reply;
import dev.fermata.http.Route;
import dev.fermata.http.WireDate;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Fermata's own endpoints, under a prefix that no vendor uses. Errors are problem details by RFC 9457. */
public final class ControlApi implements Face {
    /** Where Fermata's own endpoints begin. */
    public static final String ROOT = "/_fermata";

    private final Worlds worlds;
    private final BooleanSupplier isReady;
    private final JobControl jobs;
    private final WireDate dates = new WireDate();

    /**
     * The control of these worlds.
     *
     * @param isReady whether the server has warmed up
     */
    public ControlApi(Worlds worlds, BooleanSupplier isReady) {
        this.worlds = worlds;
        this.isReady = isReady;
        this.jobs = new JobControl(worlds);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", ROOT + "/health", ctx -> health(ctx)),
                new Route("POST", ROOT + "/jobs/{job}/step", ctx -> OwnPages.only(ctx, jobs::step)),
                new Route("POST", ROOT + "/jobs/{job}/finish", ctx -> OwnPages.only(ctx, jobs::finish)),
                new Route("POST", ROOT + "/jobs/{job}/fail", ctx -> OwnPages.only(ctx, jobs::fail)));
    }

    /** Every path that is no vendor's. */
    @Override
    public boolean owns(String path) {
        return true;
    }

    @Override
    public Reply answerUnrouted(Context ctx, Unrouted reason) {
        return switch (reason) {
            case NO_SUCH_PATH ->
                Problem.of(
                        404,
                        "No such path",
                        "Flat is at /v2, ScoreFlow at /api/convert, Fermata's own endpoints at " + ROOT);
            case NO_SUCH_METHOD -> Problem.of(405, "No such method", "This path has another method");
        };
    }

    /** Which vendor was meant cannot be told, so the answer can be read in the shape of either. */
    @Override
    public Reply answerMalformed(int status) {
        String message = "The request could not be read";
        return Reply.json(status, Map.of("code", "CLIENT_ERROR", "message", message, "error", message));
    }

    @Override
    public Reply answerBug(Context ctx) {
        return Problem.of(500, "A bug in Fermata", "The server's log says more");
    }

    private Reply health(Context ctx) {
        ctx.header("Date", dates.of(worlds.defaultWorld().clock().instant()));
        return isReady.getAsBoolean()
                ? Reply.json(200, Map.of("status", "ready"))
                : Reply.json(503, Map.of("status", "starting"));
    }
}
