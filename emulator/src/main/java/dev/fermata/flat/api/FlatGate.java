package dev.fermata.flat.api;

import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.RateLimit;
import dev.fermata.account.Token;
import dev.fermata.exchange.Call;
import dev.fermata.exchange.Gate;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Authorization;
import dev.fermata.http.request.BadBody;
import dev.fermata.scenario.Then;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** What every call to Flat passes: whose it is, its rate limit, its scopes. */
final class FlatGate implements Gate.Words {
    /** Headers that pages may read. */
    static final String EXPOSED = "Link, Content-Disposition, X-RateLimit-Limit, X-RateLimit-Remaining,"
            + " X-RateLimit-Reset, x-flat-score-revision, x-flat-score-revision-date, Fermata-Answer, Fermata-Scenario";

    /** What a link that leads nowhere is said to lead to. */
    static final String FILE = "File";

    private final Worlds worlds;
    private final FlatOptions options;
    private final Gate gate;

    FlatGate(Worlds worlds, FlatOptions options) {
        this.worlds = worlds;
        this.options = options;
        this.gate = new Gate(worlds, this);
    }

    /** Lets a call of an operation through, or says why not. */
    @Observed(
            behaviour = "A missing, invalid or expired token is answered 401, one without a scope of the operation 403",
            source = "npm flat-api 1.0.1, errors.js")
    Answer admit(Context ctx, FlatOperation operation, Optional<String> id) throws Exception {
        return gate.pass(ctx, id, this::meter, call -> {
            boolean anonymous = call.caller().isEmpty();
            if (anonymous && !(isMissing(call.identity()) && operation.access() == FlatOperation.Access.OPEN)) {
                return FlatErrors.of(((Identity.Unknown) call.identity()).refusal());
            }
            if (!anonymous && !new FlatCall(call).hasOneOf(operation.scopes())) {
                return FlatErrors.missingScope(operation.scopes());
            }
            return operation.handler().answer(new FlatCall(call));
        });
    }

    /** Lets any call through that is within its rate limit, of this operation if it is one. */
    Answer open(Context ctx, Optional<String> id, FlatOperation.Handler handler) {
        try {
            return gate.pass(ctx, id, this::meter, call -> handler.answer(new FlatCall(call)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets a call through that has nothing but a link into a world, if that has not ended; links are not metered. */
    Answer linked(Context ctx, String worldName, FlatOperation.Handler handler) throws Exception {
        Optional<World> found = worlds.find(worldName);
        return found.isPresent()
                ? gate.enter(ctx, found.get(), call -> handler.answer(new FlatCall(call)))
                : FlatErrors.notFound(FILE);
    }

    @Override
    public VendorName vendor() {
        return VendorName.FLAT;
    }

    @Observed(behaviour = "A token is accepted without the word Bearer", source = "npm flat-api 1.0.1, client.js")
    @Override
    public Optional<String> token(Context ctx) {
        return Authorization.bearerOrBare(ctx);
    }

    @Documented(
            behaviour = "Pages of any origin may call, with a preflight where the browser asks",
            source = "OpenAPI 2.24.0, info")
    @Assumed(
            behaviour = "A preflight needs no token and counts against no limit",
            reason = "a browser sends it without the token; the vendor says that it supports CORS, not how")
    @Override
    public String exposedHeaders() {
        return EXPOSED;
    }

    @Override
    public Reply scenario(Then.Refusal wanted, Context ctx) {
        return FlatErrors.staged(wanted, Resource.at(ctx.path()));
    }

    @Override
    public Reply refusal(BadBody body) {
        return FlatErrors.of(body);
    }

    @Documented(
            behaviour = "Every answer has X-RateLimit-Limit, -Remaining and -Reset; Remaining may go negative",
            source = "API Rate Limits")
    @Assumed(
            behaviour = "A call with a token that is refused counts against its address",
            reason = "the vendor counts requests that are not authenticated by address")
    private Optional<Reply> meter(Call call) {
        Context ctx = call.ctx();
        RateLimit.Taken taken = call.caller()
                .map(account -> call.take(account, "requests", options.requests()))
                .orElseGet(() -> call.world()
                        .flat()
                        .limitsByAddress()
                        .of(ctx.ip(), options.requestsByAddress())
                        .take(call.now()));
        ctx.header("X-RateLimit-Limit", Integer.toString(taken.limit()));
        ctx.header("X-RateLimit-Remaining", Long.toString(taken.remaining()));
        long reset = wholeSecondsUp(taken.resetAt());
        ctx.header("X-RateLimit-Reset", Long.toString(reset));
        if (taken.passes()) {
            return Optional.empty();
        }
        call.exchange().limited(Instant.ofEpochSecond(reset));
        return Optional.of(FlatErrors.overRateLimit(ctx.ip()));
    }

    private static boolean isMissing(Identity identity) {
        return identity instanceof Identity.Unknown unknown && unknown.refusal() == Token.Refusal.MISSING;
    }

    /** A client that waits until this second must not come back too early. */
    private static long wholeSecondsUp(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
