package dev.fermata.snapshot.wire;

import dev.fermata.scenario.Scenarios;
import dev.fermata.score.ExpectedScore;
import dev.fermata.score.Score;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Placement;
import dev.fermata.score.content.Answers;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.table.Table;
import dev.fermata.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a world is, but for its journal and the bytes of its documents. A table of the world has the name of the
 * component that holds its rows.
 *
 * @param now the time in it
 * @param speed how fast its clock runs
 * @param ids the state of the generator of its ids
 * @param answersByHash what the recognition of a document yields, by the hash of the document
 * @param answersByName the same, by the name of the file
 * @param scenarios what is played, the newest first, each with its counter
 */
public record WorldJson(
        Instant now,
        double speed,
        long ids,
        VendorJson flat,
        VendorJson scoreFlow,
        List<Score> scores,
        List<ExpectedScore> expectedScores,
        List<Collection> collections,
        List<Placement> placements,
        Map<String, Answer> answersByHash,
        Map<String, Answer> answersByName,
        List<Scenarios.Played> scenarios) {
    /** A world as it is now. Nothing may change in it meanwhile. */
    public static WorldJson of(World world, Instant now) {
        return new WorldJson(
                now,
                world.clock().speed(),
                world.ids().state(),
                VendorJson.of(world.flat(), now),
                VendorJson.of(world.scoreFlow(), now),
                rows(world, "scores"),
                rows(world, "expectedScores"),
                rows(world, "collections"),
                rows(world, "placements"),
                world.answers().state().byHash(),
                world.answers().state().byName(),
                world.scenarios().state());
    }

    /** Restores all of it into a world that nobody has been in. */
    public void restoreInto(World fresh) {
        fresh.clock().restore(now, speed);
        fresh.ids().restore(ids);
        fresh.answers().restore(new Answers.State(answersByHash, answersByName));
        fresh.scenarios().restore(scenarios);
        fresh.tables().change(() -> {
            restore(fresh, "scores", scores);
            restore(fresh, "expectedScores", expectedScores);
            restore(fresh, "collections", collections);
            restore(fresh, "placements", placements);
        });
        flat.restoreInto(fresh.flat());
        scoreFlow.restoreInto(fresh.scoreFlow());
    }

    private static <R> List<R> rows(World world, String name) {
        return WorldJson.<R>table(world, name).all();
    }

    private static <R> void restore(World world, String name, List<R> rows) {
        Table<R> table = table(world, name);
        rows.forEach(table::insert);
    }

    @SuppressWarnings("unchecked") // the name of a table says what its rows are
    private static <R> Table<R> table(World world, String name) {
        return (Table<R>) world.tables().all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
