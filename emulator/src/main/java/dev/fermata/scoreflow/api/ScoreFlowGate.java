package dev.fermata.scoreflow.api;

import dev.fermata.account.Account;
import dev.fermata.exchange.Call;
import dev.fermata.exchange.Gate;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Authorization;
import dev.fermata.http.request.BadBody;
import dev.fermata.scenario.Then;
import dev.fermata.scoreflow.ScoreFlowCall;
import dev.fermata.scoreflow.ScoreFlowErrors;
import dev.fermata.scoreflow.ScoreFlowOperation;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

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

    /** Lets a call of an operation through, or says why not. */
    Answer admit(Context ctx, ScoreFlowOperation operation) throws Exception {
        return gate.pass(
                ctx,
                Optional.of(operation.operation()),
                call -> meter(call, operation.limit()),
                call -> operation.handler().answer(new ScoreFlowCall(call)));
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
    public Set<String> openFields() {
        return Set.of("status");
    }

    @Override
    public Reply refusal(BadBody body) {
        return ScoreFlowErrors.of(body);
    }

    private Optional<Reply> meter(Call call, ScoreFlowOperation.Limit limit) {
        if (call.caller().isEmpty()) {
            return Optional.of(ScoreFlowErrors.badKey());
        }
        Account account = call.caller().get();
        boolean passes = switch (limit) {
            case SUBMISSIONS ->
                call.take(account, "submissions", options.submissions()).passes();
            case POLLS -> call.take(account, "polls", options.polls()).passes();
        };
        boolean passesToday = options.daily()
                .map(daily ->
                        call.limits(account).of("daily", daily).take(call.now()).passes())
                .orElse(true);
        return passes && passesToday ? Optional.empty() : Optional.of(ScoreFlowErrors.overRateLimit());
    }
}
