package dev.fermata.control;

import dev.fermata.account.Token;
import dev.fermata.http.Reply;
import dev.fermata.job.Failure;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Moves and ends jobs by hand: what the manual pace waits for. */
final class JobControl {
    private static final String FAILURES = Arrays.stream(Failure.values())
            .map(failure -> failure.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));

    private final Worlds worlds;

    JobControl(Worlds worlds) {
        this.worlds = worlds;
    }

    Reply step(Context ctx) {
        return change(ctx, Jobs::step);
    }

    Reply finish(Context ctx) {
        return change(ctx, Jobs::finish);
    }

    /** Ends a job badly; {@code ?because=no_music} says why, generic otherwise. */
    Reply fail(Context ctx) {
        String because = Optional.ofNullable(ctx.queryParam("because")).orElse("generic");
        return Arrays.stream(Failure.values())
                .filter(failure -> failure.name().toLowerCase(Locale.ROOT).equals(because))
                .findFirst()
                .map(failure -> change(ctx, (jobs, job) -> jobs.fail(job, failure)))
                .orElseGet(() -> Problem.of(400, "No such failure", "because is one of " + FAILURES));
    }

    private Reply change(Context ctx, BiPredicate<Jobs, Job> change) {
        String name = Optional.ofNullable(ctx.queryParam("world")).orElse(Token.DEFAULT_WORLD);
        String id = ctx.pathParam("job");
        return worlds.find(name)
                .flatMap(world -> Stream.of(
                                world.flat().jobs(), world.scoreFlow().jobs())
                        .filter(jobs -> jobs.find(id).isPresent())
                        .findFirst()
                        .map(jobs -> changed(world, jobs, jobs.find(id).get(), change)))
                .orElseGet(() -> Problem.of(404, "No such job", "There is no job with this id in the world " + name));
    }

    private static Reply changed(World world, Jobs jobs, Job job, BiPredicate<Jobs, Job> change) {
        boolean changed = change.test(jobs, job);
        String state = job.stateAt(world.clock().instant()).kind().name().toLowerCase(Locale.ROOT);
        return changed
                ? Reply.json(200, Map.of("id", job.id(), "state", state))
                : Problem.of(409, "Nothing to change", "The job is " + state + ", and stays so");
    }
}
