package dev.fermata.flat.api;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.RateLimit;
import dev.fermata.account.Token;
import dev.fermata.exchange.Exchange;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.WireDate;
import dev.fermata.http.request.Authorization;
import dev.fermata.http.request.BadBody;
import dev.fermata.scenario.Request;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** What every call to Flat passes: whose it is, its rate limit, its scopes. */
final class FlatGate {
    /** Headers that pages may read. */
    static final String EXPOSED = "Link, Content-Disposition, X-RateLimit-Limit, X-RateLimit-Remaining,"
            + " X-RateLimit-Reset, x-flat-score-revision, x-flat-score-revision-date, Fermata-Answer, Fermata-Scenario";

    /** What a link that leads nowhere is said to lead to. */
    static final String FILE = "File";

    private final Worlds worlds;
    private final FlatOptions options;
    private final WireDate dates = new WireDate();

    FlatGate(Worlds worlds, FlatOptions options) {
        this.worlds = worlds;
        this.options = options;
    }

    /** Lets a call of an operation through, or says why not. */
    @Observed(
            behaviour = "A missing, invalid or expired token is answered 401, one without a scope of the operation 403",
            source = "npm flat-api 1.0.1, errors.js")
    Answer admit(Context ctx, FlatOperation operation, Optional<String> id) throws Exception {
        return pass(ctx, id, (call, identity) -> {
            boolean anonymous = isMissing(identity);
            if (call.caller().isEmpty() && !(anonymous && operation.access() == FlatOperation.Access.OPEN)) {
                return FlatErrors.of(((Identity.Unknown) identity).refusal());
            }
            if (call.caller().isPresent() && !call.account().scope().allowsOneOf(operation.scopes())) {
                return FlatErrors.missingScope(operation.scopes());
            }
            return operation.handler().answer(call);
        });
    }

    /** Lets any call through that is within its rate limit, of this operation if it is one. */
    Answer open(Context ctx, Optional<String> id, FlatOperation.Handler handler) {
        try {
            return pass(ctx, id, (call, identity) -> handler.answer(call));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets a call through that has nothing but a link into a world, if that has not ended; links are not metered. */
    Answer linked(Context ctx, String worldName, FlatOperation.Handler handler) throws Exception {
        Optional<World> found = worlds.find(worldName);
        if (found.isEmpty()) {
            return FlatErrors.notFound(FILE);
        }
        World world = found.get();
        Instant now = world.enter();
        Exchange.begin(ctx, world, Request.FLAT, Optional.empty(), Optional.empty(), now);
        ctx.header("Date", dates.of(now));
        Cors.open(ctx, EXPOSED);
        return handler.answer(new FlatCall(ctx, world, Optional.empty(), now));
    }

    @Documented(
            behaviour = "Pages of any origin may call, with a preflight where the browser asks",
            source = "OpenAPI 2.24.0, info")
    @Assumed(
            behaviour = "A preflight needs no token and counts against no limit",
            reason = "a browser sends it without the token; the vendor says that it supports CORS, not how")
    @Documented(
            behaviour = "Every answer has X-RateLimit-Limit, -Remaining and -Reset; Remaining may go negative",
            source = "API Rate Limits")
    @Assumed(
            behaviour = "A call with a token that is refused counts against its address",
            reason = "the vendor counts requests that are not authenticated by address")
    private Answer pass(Context ctx, Optional<String> id, Passage passage) throws Exception {
        Token token = tokenOf(ctx);
        World world = worlds.of(token);
        Instant now = world.enter();
        Identity identity = world.flat().accounts().identify(token, now);
        Exchange exchange = Exchange.begin(ctx, world, Request.FLAT, id, identity.owner(), now);
        ScenarioPlayer player =
                ScenarioPlayer.open(ctx, exchange, wanted -> FlatErrors.staged(wanted, Resource.at(ctx.path())));
        Optional<Account> caller = identity.owner().map(account -> player.seen(account, now));
        RateLimit.Taken taken = caller.flatMap(account -> player.limit(account, now))
                .orElseGet(() -> limitOf(caller, world, ctx.ip()))
                .take(now);
        ctx.header("Date", dates.of(now));
        Cors.open(ctx, EXPOSED);
        ctx.header("X-RateLimit-Limit", Integer.toString(taken.limit()));
        ctx.header("X-RateLimit-Remaining", Long.toString(taken.remaining()));
        long reset = wholeSecondsUp(taken.resetAt());
        ctx.header("X-RateLimit-Reset", Long.toString(reset));
        if (!taken.passes()) {
            Exchange.limited(ctx, Instant.ofEpochSecond(reset));
            return FlatErrors.overRateLimit(ctx.ip());
        }
        FlatCall call = new FlatCall(ctx, world, caller, now);
        Answer answer = player.play(() -> {
            try {
                return passage.answer(call, identity);
            } catch (BadBody body) {
                return FlatErrors.of(body);
            }
        });
        return answer instanceof Answer.Later<?> later
                ? later.then(reply -> reply.with("Date", dates.of(world.clock().instant())))
                : answer;
    }

    private RateLimit limitOf(Optional<Account> caller, World world, String address) {
        return caller.isPresent()
                ? caller.get().limits().of("requests", options.requests())
                : world.flat().limitsByAddress().of(address, options.requestsByAddress());
    }

    @Observed(behaviour = "A token is accepted without the word Bearer", source = "npm flat-api 1.0.1, client.js")
    private static Token tokenOf(Context ctx) {
        return Token.of(Authorization.bearerOrBare(ctx).orElse(""));
    }

    private static boolean isMissing(Identity identity) {
        return identity instanceof Identity.Unknown unknown && unknown.refusal() == Token.Refusal.MISSING;
    }

    /** A client that waits until this second must not come back too early. */
    private static long wholeSecondsUp(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }

    /** What happens behind the gate. */
    @FunctionalInterface
    private interface Passage {
        Answer answer(FlatCall call, Identity identity) throws Exception;
    }
}
