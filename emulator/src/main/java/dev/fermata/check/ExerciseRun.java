package dev.fermata.check;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.exercise.Exercise;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A client's run through an exercise.
 *
 * @param began the start, by the world's clock
 * @param ended the end, by the world's clock
 * @param lives the states of its jobs over time
 */
public record ExerciseRun(
        Exercise exercise,
        ClientCommand.Outcome outcome,
        Run run,
        List<Verdict> verdicts,
        Instant began,
        Instant ended,
        List<Life> lives) {
    private static final byte[] PDF = SheetMusic.of("Conduct").pages(4).pdf();

    /**
     * Runs an exercise on a server of its own. So every request of the client is seen, even without a token, and all
     * requests are the client's.
     *
     * @param rules the rules to judge
     * @param patience how long the client is told to wait for a job
     * @param folder the folder for the document and the client's output
     */
    public static ExerciseRun of(
            Exercise exercise, ClientCommand client, List<Rule> rules, Duration patience, Path folder)
            throws IOException, InterruptedException {
        FermataOptions.Builder options = FermataOptions.builder().pace(exercise.pace());
        exercise.scenarios().forEach(options::scenario);
        Path pdf = Files.write(folder.resolve(exercise.name() + ".pdf"), PDF);
        try (Fermata fermata = Fermata.start(options.build())) {
            Instant began = fermata.clock().instant();
            Map<Variable, String> environment = environment(fermata, exercise, pdf, patience);
            ClientCommand.Outcome outcome =
                    client.run(exercise.runs(), environment, folder.resolve(exercise.name() + ".txt"));
            Run run = Run.of(fermata.journal(), outcome.ending());
            Instant ended = fermata.clock().instant();
            List<Life> lives = run.traces().stream()
                    .flatMap(trace -> fermata.world().job(trace.job()).stream().map(job -> Life.of(job, trace, ended)))
                    .toList();
            return new ExerciseRun(
                    exercise, outcome, run, Rulebook.judge(exercise.of(rules), run), began, ended, lives);
        } finally {
            Files.delete(pdf);
        }
    }

    /** The duration of the run. */
    Duration took() {
        return Duration.between(began, ended);
    }

    private static Map<Variable, String> environment(Fermata fermata, Exercise exercise, Path pdf, Duration patience) {
        Map<Variable, String> environment = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            environment.put(
                    variable,
                    switch (variable) {
                        case FERMATA_FLAT_URL -> fermata.flatUrl().toString();
                        case FERMATA_SCOREFLOW_URL -> fermata.scoreFlowUrl().toString();
                        case FERMATA_TOKEN -> "fermata_default_check";
                        case FERMATA_PDF -> pdf.toAbsolutePath().toString();
                        case FERMATA_SCENARIO -> exercise.name();
                        case FERMATA_PATIENCE -> Long.toString(patience.toSeconds());
                    });
        }
        return environment;
    }
}
