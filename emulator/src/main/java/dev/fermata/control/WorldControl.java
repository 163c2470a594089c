package dev.fermata.control;

import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.gate.Problem;
import dev.fermata.control.wire.WorldJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;

/** Creates, shows and ends worlds. */
final class WorldControl {
    private final Worlds worlds;

    WorldControl(Worlds worlds) {
        this.worlds = worlds;
    }

    Reply list(Context ctx) {
        List<WorldJson> all = worlds.all().stream().map(WorldControl::json).toList();
        return Reply.json(200, Map.of("worlds", all));
    }

    Reply get(ControlCall call) {
        return Reply.json(200, json(call.world()));
    }

    /** Creates a world if it does not exist. */
    Reply put(Context ctx) {
        String name = ctx.pathParam("world");
        if (!World.isName(name)) {
            return badName();
        }
        AtomicBoolean made = new AtomicBoolean();
        World world = worlds.named(name, fresh -> made.set(true));
        return Reply.json(made.get() ? 201 : 200, json(world));
    }

    /** Ends a world; an unknown one counts as ended. */
    Reply delete(Context ctx) {
        String name = ctx.pathParam("world");
        if (!World.isName(name)) {
            return badName();
        }
        worlds.end(name);
        return Reply.nothing();
    }

    static Reply badName() {
        return Problem.badField("world", "A world's name must be 1 to 64 letters, digits and hyphens");
    }

    static WorldJson json(World world) {
        return new WorldJson(
                world.name(),
                world.enter().toString(),
                sum(vendor -> world.vendor(vendor).accounts().all().size()),
                sum(vendor -> world.vendor(vendor).jobs().count()),
                world.flat().jobs().evicted() + world.scoreFlow().jobs().evicted(),
                world.documents().count());
    }

    private static int sum(ToIntFunction<VendorName> count) {
        return Arrays.stream(VendorName.values()).mapToInt(count).sum();
    }
}
