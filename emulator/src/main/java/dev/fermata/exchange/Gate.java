package dev.fermata.exchange;

import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.Token;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Cors;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireDate;
import dev.fermata.http.request.BadBody;
import dev.fermata.scenario.Then;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The way of a request through a vendor: its token names a world and an account there, a limit is taken, a scenario may
 * change what happens, the operation answers, the journal notes it. The order is the same for every vendor.
 */
public final class Gate {
    /** What one vendor says on the way. */
    public interface Words {
        VendorName vendor();

        /** The token of a request, where the vendor expects it. */
        Optional<String> token(Context ctx);

        /** The headers that pages of other origins may read. */
        String exposedHeaders();

        /** The reply that a scenario asks for. */
        Reply scenario(Then.Refusal wanted, Context ctx);

        /** The fields of its JSON whose values may become more. */
        Set<String> openFields();

        /** The reply to a body that cannot be read. */
        Reply refusal(BadBody body);
    }

    /** Does what a request asks for. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Call call) throws Exception;
    }

    private final Worlds worlds;
    private final Words words;
    private final WireDate dates = new WireDate();

    public Gate(Worlds worlds, Words words) {
        this.worlds = worlds;
        this.words = words;
    }

    /**
     * Lets a request through.
     *
     * @param operation the operation, if the vendor publishes one here
     * @param admission takes the request from its limits; a reply if it may not go on
     * @param handler answers a request that may
     */
    public Answer pass(
            Context ctx, Optional<Operation> operation, Function<Call, Optional<Reply>> admission, Handler handler)
            throws Exception {
        Token token = Token.of(words.token(ctx).orElse(""));
        World world = worlds.of(token);
        Instant now = world.enter();
        Identity identity = world.vendor(words.vendor()).accounts().identify(token, now);
        Exchange exchange = begin(ctx, world, operation, identity, now);
        Cors.open(ctx, words.exposedHeaders());
        ScenarioPlayer scenario =
                new ScenarioPlayer(ctx, exchange, refusal -> words.scenario(refusal, ctx), words.openFields());
        Call call = new Call(
                ctx,
                world,
                identity,
                identity.owner().map(account -> scenario.seen(account, now)),
                exchange,
                scenario,
                now);
        Optional<Reply> refused = admission.apply(call);
        return refused.isPresent() ? refused.get() : later(scenario.play(() -> answer(call, handler)), world);
    }

    /** Lets a request through that belongs to a world, but to no account, and counts against no limit. */
    public Answer enter(Context ctx, World world, Handler handler) throws Exception {
        Instant now = world.enter();
        Identity unknown = new Identity.Unknown(Token.Refusal.MISSING);
        Exchange exchange = begin(ctx, world, Optional.empty(), unknown, now);
        Cors.open(ctx, words.exposedHeaders());
        ScenarioPlayer none = ScenarioPlayer.none(ctx, exchange);
        return answer(new Call(ctx, world, unknown, Optional.empty(), exchange, none, now), handler);
    }

    /** The world that the token of a request names. */
    public World worldOf(Context ctx) {
        return worlds.of(Token.of(words.token(ctx).orElse("")));
    }

    /** Notes a request for which there is no operation, and dates its answer. */
    public void note(Context ctx) {
        World world = worldOf(ctx);
        begin(
                ctx,
                world,
                Optional.empty(),
                new Identity.Unknown(Token.Refusal.MISSING),
                world.clock().instant());
    }

    private Exchange begin(Context ctx, World world, Optional<Operation> operation, Identity identity, Instant now) {
        ctx.header("Date", dates.of(now));
        return Exchange.begin(ctx, world, words.vendor(), operation, identity.owner(), now);
    }

    private Answer answer(Call call, Handler handler) throws Exception {
        try {
            return handler.answer(call);
        } catch (Refused refused) {
            return refused.reply();
        } catch (BadBody body) {
            return words.refusal(body);
        }
    }

    /** A reply that has waited has the date of its end. */
    private Answer later(Answer answer, World world) {
        return answer instanceof Reply
                ? answer
                : answer.map(reply -> reply.with("Date", dates.of(world.clock().instant())));
    }
}
