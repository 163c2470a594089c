package dev.fermata.control;

import dev.fermata.account.Account;
import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.gate.Problem;
import dev.fermata.control.wire.SeededJson;
import dev.fermata.flat.FlatOptions;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Body;
import dev.fermata.job.Job;
import dev.fermata.score.Score;
import dev.fermata.seed.Seed;
import dev.fermata.seed.Seeded;
import dev.fermata.snapshot.Snapshot;
import dev.fermata.spec.BoundedJson;
import dev.fermata.spec.SeedReader;
import dev.fermata.world.UnfitFilling;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Writes and restores snapshots of worlds, and starts worlds anew from a seed. */
final class SnapshotControl {
    static final long LONGEST_SNAPSHOT = 4L << 30;
    private static final int LONGEST_SEED = 16 << 20;

    private final Worlds worlds;
    private final FlatOptions flat;

    SnapshotControl(Worlds worlds, FlatOptions flat) {
        this.worlds = worlds;
        this.flat = flat;
    }

    Reply write(ControlCall call) {
        return Reply.file("application/json", out -> Snapshot.write(call.world(), out));
    }

    /** Replaces a world by a snapshot, which may be of another world. */
    Reply restore(Context ctx) throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_SNAPSHOT);
                InputStream in = body.open(0)) {
            return replace(
                    ctx,
                    fresh -> {
                        Snapshot.read(in, fresh);
                        return fresh;
                    },
                    WorldControl::json);
        }
    }

    /** Starts a world anew; returns the ids of its contents, in the order of the seed. */
    Reply begin(Context ctx) throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_SEED)) {
            Seed seed = SeedReader.withoutFiles().read(BoundedJson.read(body));
            return replace(ctx, fresh -> seed.plantIn(fresh, flat), SnapshotControl::json);
        }
    }

    private <T> Reply replace(Context ctx, Worlds.Filling<T> filling, Function<T, Object> json) throws IOException {
        String name = ctx.pathParam("world");
        if (!World.isName(name)) {
            return WorldControl.badName();
        }
        try {
            return Reply.json(200, json.apply(worlds.replace(name, filling)));
        } catch (UnfitFilling unfit) {
            return Problem.badField(unfit.field(), String.valueOf(unfit.getMessage()));
        } catch (IllegalArgumentException impossible) {
            return Problem.of(400, "Not possible", String.valueOf(impossible.getMessage()));
        }
    }

    private static SeededJson json(Seeded seeded) {
        return new SeededJson(
                seeded.accounts().stream().map(Account::id).toList(),
                seeded.scores().stream().map(Score::id).toList(),
                seeded.jobs().stream().map(Job::id).toList());
    }
}
