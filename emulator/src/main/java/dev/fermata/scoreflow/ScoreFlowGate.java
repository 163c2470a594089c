package dev.fermata.scoreflow;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.RateLimit;
import dev.fermata.account.Token;
import dev.fermata.exchange.Exchange;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireDate;
import dev.fermata.http.request.Authorization;
import dev.fermata.http.request.BadBody;
import dev.fermata.scenario.Request;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** What every call to ScoreFlow passes: its key and its rate limits. */
final class ScoreFlowGate {
    /** Headers that pages may read. */
    static final String EXPOSED = "Content-Disposition, " + ScenarioPlayer.HEADER;

    private final Worlds worlds;
    private final ScoreFlowOptions options;
    private final WireDate dates = new WireDate();

    ScoreFlowGate(Worlds worlds, ScoreFlowOptions options) {
        this.worlds = worlds;
        this.options = options;
    }

    /** Lets a submission through, or says why not. */
    Answer admitSubmission(Context ctx, String operation, Handler handler) throws Exception {
        return admit(ctx, operation, "submissions", options.submissions(), handler);
    }

    /** Lets a poll or a download through, or says why not. */
    Answer admitPoll(Context ctx, String operation, Handler handler) throws Exception {
        return admit(ctx, operation, "polls", options.polls(), handler);
    }

    /** Dates an answer that nobody was admitted for. */
    Reply stamp(Context ctx, Reply reply) {
        World world = worldOf(tokenOf(ctx));
        Instant now = world.clock().instant();
        Exchange.begin(ctx, world, Request.SCOREFLOW, Optional.empty(), Optional.empty(), now);
        ctx.header("Date", dates.of(now));
        return reply;
    }

    @Assumed(
            behaviour = "Pages of any origin may call, with a preflight where the browser asks",
            reason = "the vendor's own example is a browser's, and reads Content-Disposition")
    @Assumed(behaviour = "The key must follow the word Bearer", reason = "the vendor shows it nowhere without")
    private Answer admit(Context ctx, String operation, String limit, RateLimit.Rule rule, Handler handler)
            throws Exception {
        Token token = tokenOf(ctx);
        World world = worldOf(token);
        Instant now = world.enter();
        ctx.header("Date", dates.of(now));
        Cors.open(ctx, EXPOSED);
        Identity identity = world.scoreFlow().accounts().identify(token, now);
        Exchange exchange =
                Exchange.begin(ctx, world, Request.SCOREFLOW, Optional.of(operation), identity.owner(), now);
        ScenarioPlayer player = ScenarioPlayer.open(ctx, exchange, ScoreFlowErrors::staged);
        if (identity.owner().isEmpty()) {
            return ScoreFlowErrors.badKey();
        }
        Account account = player.seen(identity.owner().get(), now);
        boolean passes = player.limit(account, now)
                .orElseGet(() -> account.limits().of(limit, rule))
                .take(now)
                .passes();
        boolean passesToday = options.daily()
                .map(daily -> account.limits().of("daily", daily).take(now).passes())
                .orElse(true);
        if (!passes || !passesToday) {
            return ScoreFlowErrors.overRateLimit();
        }
        return player.play(() -> {
            try {
                return handler.answer(new ScoreFlowCall(ctx, world, account, now));
            } catch (BadBody body) {
                return ScoreFlowErrors.of(body);
            }
        });
    }

    private World worldOf(Token token) {
        return worlds.of(token);
    }

    private static Token tokenOf(Context ctx) {
        return Token.of(Authorization.bearer(ctx).orElse(""));
    }

    /** Reads a call, asks the engine, says it in ScoreFlow's words. */
    @FunctionalInterface
    interface Handler {
        Reply answer(ScoreFlowCall call) throws Exception;
    }
}
