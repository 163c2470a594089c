package dev.fermata.snapshot;

import dev.fermata.scenario.Scenarios;
import dev.fermata.score.Scores;
import dev.fermata.score.collection.Collections;
import dev.fermata.score.content.Answers;
import dev.fermata.world.World;
import java.time.Instant;
import java.util.List;

/**
 * All that a world is, but for its journal and the bytes of its documents.
 *
 * @param now the time in it
 * @param speed how fast its clock runs
 * @param ids what the ids to come depend on
 */
record WorldCopy(
        Instant now,
        double speed,
        long ids,
        VendorCopy flat,
        VendorCopy scoreFlow,
        Scores.State scores,
        Collections.State collections,
        Answers.State answers,
        List<Scenarios.Played> scenarios) {
    static WorldCopy of(World world, Instant now) {
        return new WorldCopy(
                now,
                world.clock().speed(),
                world.ids().state(),
                VendorCopy.of(world.flat(), now),
                VendorCopy.of(world.scoreFlow(), now),
                world.scores().state(),
                world.collections().state(),
                world.answers().state(),
                world.scenarios().state());
    }

    /** Puts all of it into a world that nobody has been in. */
    void putInto(World fresh) {
        fresh.clock().restart(now, speed);
        fresh.ids().goOnFrom(ids);
        fresh.scores().add(scores);
        fresh.collections().add(collections);
        fresh.answers().add(answers);
        fresh.scenarios().set(scenarios);
        flat.putInto(fresh.flat());
        scoreFlow.putInto(fresh.scoreFlow());
        fresh.resume();
    }
}
