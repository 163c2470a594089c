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

/** What every call of the control API passes: where it comes from, and which world it is about. */
public final class ControlGate {
    /** Reads a call, asks the engine, says it in the words of the control API. */
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

    /** An operation that takes no token. */
    public Operation open(Handler<Context> handler) {
        return ctx -> answer(guard.foreignIn(ctx), () -> dated(handler.answer(ctx), worlds.defaultWorld()));
    }

    /** An operation that is about no world, or about one that need not be there; it reads no parameters. */
    public Operation anywhere(Handler<Context> handler) {
        return ctx -> answer(guard.refusalOf(ctx), () -> {
            requireOnly(Set.of(), ctx);
            UnsupportedType.refuse(ctx);
            return dated(handler.answer(ctx), worlds.defaultWorld());
        });
    }

    /** One that programs call with parameters of their own. */
    public Operation tolerant(Handler<Context> handler) {
        return ctx -> answer(guard.refusalOf(ctx), () -> {
            UnsupportedType.refuse(ctx);
            return dated(handler.answer(ctx), worlds.defaultWorld());
        });
    }

    /** An operation that is about the world in its path. */
    public Operation inWorld(Handler<ControlCall> handler) {
        return inWorld(Set.of(), handler);
    }

    /** One that reads these parameters. */
    public Operation inWorld(Set<String> parameters, Handler<ControlCall> handler) {
        return ctx -> answer(guard.refusalOf(ctx), () -> {
            requireOnly(parameters, ctx);
            UnsupportedType.refuse(ctx);
            String name = ctx.pathParam("world");
            Optional<World> world = worlds.find(name);
            return world.isPresent()
                    ? dated(handler.answer(new ControlCall(ctx, world.get())), world.get())
                    : Problem.of(404, "No such world", "There is no world " + name + "; PUT makes one");
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

    /** A world that was moved by the call has the date that it was moved to. */
    private Answer dated(Answer answer, World world) {
        return answer.map(reply -> reply.with("Date", dates.of(world.clock().instant())));
    }

    @FunctionalInterface
    private interface Answering {
        Answer answer() throws Exception;
    }
}
