package dev.fermata.snapshot;

import dev.fermata.scenario.Scenarios;
import dev.fermata.score.ExpectedScore;
import dev.fermata.score.Score;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Placement;
import dev.fermata.score.content.Answers;
import dev.fermata.table.Table;
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
        List<Score> scores,
        List<ExpectedScore> expectedScores,
        List<Collection> collections,
        List<Placement> placements,
        Answers.State answers,
        List<Scenarios.Played> scenarios) {
    static WorldCopy of(World world, Instant now) {
        return new WorldCopy(
                now,
                world.clock().speed(),
                world.ids().state(),
                VendorCopy.of(world.flat(), now),
                VendorCopy.of(world.scoreFlow(), now),
                rows(world, "scores"),
                rows(world, "expectedScores"),
                rows(world, "collections"),
                rows(world, "placements"),
                world.answers().state(),
                world.scenarios().state());
    }

    /** Puts all of it into a world that nobody has been in. */
    void putInto(World fresh) {
        fresh.clock().restart(now, speed);
        fresh.ids().goOnFrom(ids);
        fresh.tables().change(() -> {
            insert(fresh, "scores", scores);
            insert(fresh, "expectedScores", expectedScores);
            insert(fresh, "collections", collections);
            insert(fresh, "placements", placements);
        });
        fresh.answers().add(answers);
        fresh.scenarios().set(scenarios);
        flat.putInto(fresh.flat());
        scoreFlow.putInto(fresh.scoreFlow());
    }

    private static <R> List<R> rows(World world, String name) {
        return WorldCopy.<R>table(world, name).all();
    }

    private static <R> void insert(World world, String name, List<R> rows) {
        Table<R> table = table(world, name);
        rows.forEach(table::insert);
    }

    @SuppressWarnings("unchecked") // the names of the tables say what their rows are
    private static <R> Table<R> table(World world, String name) {
        return (Table<R>) world.tables().all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
