package dev.fermata.scoreflow;

import dev.fermata.account.Account;
import dev.fermata.account.RateLimit;
import dev.fermata.exchange.Call;
import dev.fermata.exchange.Gate;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Authorization;
import dev.fermata.http.request.BadBody;
import dev.fermata.scenario.Then;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Optional;

/** What every call to ScoreFlow passes: its key and its rate limits. */
final class ScoreFlowGate implements Gate.Words {
    /** Headers that pages may read. */
    static final String EXPOSED = "Content-Disposition, " + ScenarioPlayer.HEADER;

    private final ScoreFlowOptions options;
    private final Gate gate;

    ScoreFlowGate(Worlds worlds, ScoreFlowOptions options) {
        this.options = options;
        this.gate = new Gate(worlds, this);
    }

    /** Lets a submission through, or says why not. */
    Answer admitSubmission(Context ctx, String operation, Handler handler) throws Exception {
        return admit(ctx, operation, "submissions", options.submissions(), handler);
    }

    /** Lets a poll or a download through, or says why not. */
    Answer admitPoll(Context ctx, String operation, Handler handler) throws Exception {
        return admit(ctx, operation, "polls", options.polls(), handler);
    }

    /** Dates an answer that is nobody's, and notes it. */
    Reply stamp(Context ctx, Reply reply) {
        gate.note(ctx);
        return reply;
    }

    @Override
    public VendorName vendor() {
        return VendorName.SCOREFLOW;
    }

    @Assumed(behaviour = "The key must follow the word Bearer", reason = "the vendor shows it nowhere without")
    @Override
    public Optional<String> token(Context ctx) {
        return Authorization.bearer(ctx);
    }

    @Assumed(
            behaviour = "Pages of any origin may call, with a preflight where the browser asks",
            reason = "the vendor's own example is a browser's, and reads Content-Disposition")
    @Override
    public String exposedHeaders() {
        return EXPOSED;
    }

    @Override
    public Reply scenario(Then.Refusal wanted, Context ctx) {
        return ScoreFlowErrors.staged(wanted);
    }

    @Override
    public Reply refusal(BadBody body) {
        return ScoreFlowErrors.of(body);
    }

    private Answer admit(Context ctx, String operation, String limit, RateLimit.Rule rule, Handler handler)
            throws Exception {
        return gate.pass(
                ctx,
                Optional.of(operation),
                call -> meter(call, limit, rule),
                call -> handler.answer(new ScoreFlowCall(call)));
    }

    private Optional<Reply> meter(Call call, String limit, RateLimit.Rule rule) {
        if (call.caller().isEmpty()) {
            return Optional.of(ScoreFlowErrors.badKey());
        }
        Account account = call.caller().get();
        boolean passes = call.take(account, limit, rule).passes();
        boolean passesToday = options.daily()
                .map(daily ->
                        call.limits(account).of("daily", daily).take(call.now()).passes())
                .orElse(true);
        return passes && passesToday ? Optional.empty() : Optional.of(ScoreFlowErrors.overRateLimit());
    }

    /** Reads a call, asks the engine, says it in ScoreFlow's words. */
    @FunctionalInterface
    interface Handler {
        Reply answer(ScoreFlowCall call) throws Exception;
    }
}
