package dev.fermata.control;

import dev.fermata.control.gate.ControlGate;
import dev.fermata.control.gate.Guard;
import dev.fermata.control.gate.Problem;
import dev.fermata.control.wire.HealthJson;
import dev.fermata.fidelity.SupportTable;
import dev.fermata.flat.FlatOptions;
import dev.fermata.http.Health;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.spec.QueryReader;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Fermata's own endpoints, under a prefix that no vendor uses. Errors are problem details (RFC 9457). */
public final class ControlApi implements Api {
    /** The path prefix of Fermata's own endpoints. */
    public static final String ROOT = "/_fermata";

    private final BooleanSupplier isReady;
    private final Health health;
    private final ControlGate gate;
    private final WorldControl worlds;
    private final SnapshotControl snapshots;
    private final FidelityControl fidelity;
    private final ClockControl clock = new ClockControl();
    private final AccountControl accounts = new AccountControl();
    private final JobControl jobs = new JobControl();
    private final ScenarioControl scenarios = new ScenarioControl();
    private final JournalControl journal = new JournalControl();
    private final ConductControl conduct = new ConductControl();
    private final PactControl pacts;

    /**
     * The control API of these worlds.
     *
     * @param flat Flat's limits and prices, for seeds
     * @param guard decides who may call
     * @param fidelity what is emulated, and the source of each behaviour
     * @param isReady whether the server has warmed up
     * @param health reasons why the server cannot serve
     */
    public ControlApi(
            Worlds worlds,
            FlatOptions flat,
            Guard guard,
            Supplier<SupportTable> fidelity,
            BooleanSupplier isReady,
            Health health) {
        this.isReady = isReady;
        this.health = health;
        this.gate = new ControlGate(worlds, guard);
        this.worlds = new WorldControl(worlds);
        this.snapshots = new SnapshotControl(worlds, flat);
        this.fidelity = new FidelityControl(fidelity);
        this.pacts = new PactControl(worlds, flat);
    }

    @Override
    public List<Route> routes() {
        String world = "/worlds/{world}";
        return List.of(
                route("GET", "/health", gate.withoutToken(this::health)),
                route("GET", "/openapi.json", gate.withoutWorld(ControlApi::document)),
                route("GET", "/fidelity", gate.withoutWorld(fidelity::get)),
                route("GET", "/scenarios", gate.withoutWorld(scenarios::catalogue)),
                route("GET", "/conduct", gate.withoutWorld(conduct::rules)),
                route("GET", "/pact/states", gate.withAnyParameters(pacts::list)),
                route("POST", "/pact/states", gate.withAnyParameters(pacts::change)),
                route("GET", "/worlds", gate.withoutWorld(worlds::list)),
                route("GET", world, gate.inWorld(worlds::get)),
                route("PUT", world, gate.withoutWorld(worlds::put)),
                route("DELETE", world, gate.withoutWorld(worlds::delete)),
                route("GET", world + "/snapshot", gate.inWorld(snapshots::write)),
                route("PUT", world + "/snapshot", gate.withoutWorld(snapshots::restore)),
                route("PUT", world + "/seed", gate.withoutWorld(snapshots::begin)),
                route("GET", world + "/clock", gate.inWorld(clock::get)),
                route("POST", world + "/clock/freeze", gate.inWorld(clock::freeze)),
                route("POST", world + "/clock/resume", gate.inWorld(clock::resume)),
                route("POST", world + "/clock/advance", gate.inWorld(clock::advance)),
                route("POST", world + "/clock/set", gate.inWorld(clock::set)),
                route("POST", world + "/clock/speed", gate.inWorld(clock::speed)),
                route("POST", world + "/clock/step", gate.inWorld(clock::step)),
                route("GET", world + "/accounts", gate.inWorld(accounts::list)),
                route("GET", world + "/accounts/{vendor}/{account}", gate.inWorld(accounts::get)),
                route("POST", world + "/accounts/{vendor}/{account}/credits", gate.inWorld(accounts::credits)),
                route("GET", world + "/jobs", gate.inWorld(JobControl.PARAMETERS, jobs::list)),
                route("GET", world + "/jobs/{job}", gate.inWorld(jobs::get)),
                route("POST", world + "/jobs/{job}/step", gate.inWorld(jobs::step)),
                route("POST", world + "/jobs/{job}/finish", gate.inWorld(jobs::finish)),
                route("POST", world + "/jobs/{job}/fail", gate.inWorld(jobs::fail)),
                route("GET", world + "/scenarios", gate.inWorld(scenarios::list)),
                route("POST", world + "/scenarios", gate.inWorld(scenarios::play)),
                route("DELETE", world + "/scenarios", gate.inWorld(scenarios::stopAll)),
                route("DELETE", world + "/scenarios/{name}", gate.inWorld(scenarios::stop)),
                route("GET", world + "/journal", gate.inWorld(QueryReader.NAMES, journal::find)),
                route("DELETE", world + "/journal", gate.inWorld(journal::clear)),
                route("POST", world + "/journal/await", gate.inWorld(journal::await)),
                route("POST", world + "/conduct", gate.inWorld(conduct::judge)));
    }

    /** All paths that no vendor owns. */
    @Override
    public boolean owns(String path) {
        return true;
    }

    @Override
    public long mostBodyBytes(String path) {
        return path.startsWith(ROOT + "/") ? SnapshotControl.LONGEST_SNAPSHOT : 0;
    }

    @Override
    public Reply answerUnrouted(Context ctx, Unrouted reason) {
        return switch (reason) {
            case NO_SUCH_PATH ->
                Problem.of(
                                404,
                                "Unknown path",
                                "Flat is at /v2, ScoreFlow at /api/convert, Fermata's own endpoints at " + ROOT)
                        .by(ctx.path().startsWith(ROOT + "/") ? OwnAnswer.CONTROL : OwnAnswer.NO_VENDOR);
            case NO_SUCH_METHOD -> Problem.of(405, "Method not allowed", "This path supports other methods");
        };
    }

    /** The vendor is unknown, so the answer has the fields of both vendors' errors. */
    @Override
    public Reply answerMalformed(int status) {
        String message = "The request could not be read";
        return Cors.opened(Reply.json(status, Map.of("code", "CLIENT_ERROR", "message", message, "error", message)))
                .by(OwnAnswer.NO_VENDOR);
    }

    @Override
    public Reply answerAssumed(String behaviour) {
        return Problem.of(501, "Only assumed", behaviour);
    }

    @Override
    public Reply answerStorage(Context ctx, String reason) {
        return Problem.of(507, "No room", reason);
    }

    @Override
    public Reply answerBug(Context ctx) {
        return Problem.of(500, "Internal error in Fermata", "The server's log has the details")
                .by(OwnAnswer.BUG);
    }

    private Reply health(Context ctx) {
        if (!isReady.getAsBoolean()) {
            return Reply.json(503, Map.of("status", "starting"));
        }
        List<String> problems = health.problems();
        return problems.isEmpty()
                ? Reply.json(200, Map.of("status", "ready"))
                : Reply.json(503, new HealthJson("failing", problems));
    }

    /** The OpenAPI document of this API. */
    private static Reply document(Context ctx) throws IOException {
        try (InputStream in = Objects.requireNonNull(ControlApi.class.getResourceAsStream("openapi.json"))) {
            return Reply.file("application/json", in.readAllBytes());
        }
    }

    private static Route route(String method, String path, Route.Operation operation) {
        return new Route(method, ROOT + path, operation);
    }
}
