package dev.fermata.control.gate;

import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route.Operation;
import dev.fermata.http.answer.WireDate;
import dev.fermata.http.request.BadBody;
import dev.fermata.spec.BadField;
import dev.fermata.spec.Nearest;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** Checks every call of the control API: its origin, and the world in its path. */
public final class ControlGate {
    /** Reads a call, uses the engine, and returns the result in the control API's format. */
    @FunctionalInterface
    public interface Handler<T> {
        Answer answer(T call) throws Exception;
    }

    private final Worlds worlds;
    private final Guard guard;
    private final WireDate dates = new WireDate();

    public ControlGate(Worlds worlds, Guard guard) {
        this.worlds = worlds;
        this.guard = guard;
    }

    /** An operation without a token. */
    public Operation withoutToken(Handler<Context> handler) {
        return ctx -> answer(guard.originRefusal(ctx), () -> dated(handler.answer(ctx), worlds.defaultWorld()));
    }

    /** An operation without a world, or with a world that need not exist; it has no parameters. */
    public Operation withoutWorld(Handler<Context> handler) {
        return ctx -> answer(guard.refusal(ctx), () -> {
            requireOnly(Set.of(), ctx);
            UnsupportedType.refuse(ctx);
            return dated(handler.answer(ctx), worlds.defaultWorld());
        });
    }

    /** An operation that accepts unknown parameters, because programs add their own. */
    public Operation withAnyParameters(Handler<Context> handler) {
        return ctx -> answer(guard.refusal(ctx), () -> {
            UnsupportedType.refuse(ctx);
            return dated(handler.answer(ctx), worlds.defaultWorld());
        });
    }

    /** An operation on the world in its path, without parameters. */
    public Operation inWorld(Handler<ControlCall> handler) {
        return inWorld(Set.of(), handler);
    }

    /** An operation on the world in its path, with these parameters. */
    public Operation inWorld(Set<String> parameters, Handler<ControlCall> handler) {
        return ctx -> answer(guard.refusal(ctx), () -> {
            requireOnly(parameters, ctx);
            UnsupportedType.refuse(ctx);
            String name = ctx.pathParam("world");
            Optional<World> world = worlds.find(name);
            return world.isPresent()
                    ? dated(handler.answer(new ControlCall(ctx, world.get())), world.get())
                    : Problem.of(404, "Unknown world", "Unknown world: " + name + "; PUT creates it");
        });
    }

    private static Answer answer(Optional<Reply> refusal, Answering answering) throws Exception {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            return answering.answer().map(reply -> reply.by(OwnAnswer.CONTROL));
        } catch (BadBody body) {
            return Problem.of(body);
        } catch (BadField field) {
            return Problem.of(field);
        } catch (UnsupportedType type) {
            return Problem.of(415, "Unsupported media type", String.valueOf(type.getMessage()));
        }
    }

    private static void requireOnly(Set<String> parameters, Context ctx) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!parameters.contains(name)) {
                throw new BadField(name, "Unknown parameter " + name + Nearest.hint(name, parameters));
            }
        }
    }

    /** A call that moves the clock is answered with the new date. */
    private Answer dated(Answer answer, World world) {
        return answer.map(reply -> reply.with("Date", dates.of(world.clock().instant())));
    }

    @FunctionalInterface
    private interface Answering {
        Answer answer() throws Exception;
    }
}
