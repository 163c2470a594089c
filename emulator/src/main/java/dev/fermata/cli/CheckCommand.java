package dev.fermata.cli;

import dev.fermata.check.Assessment;
import dev.fermata.check.ClientCommand;
import dev.fermata.check.ExerciseRun;
import dev.fermata.check.KnownFailures;
import dev.fermata.check.Report;
import dev.fermata.check.Table;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.exercise.Exercise;
import dev.fermata.conduct.exercise.Exercises;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.option.NumberType;
import dev.fermata.option.Option;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fermata check -- COMMAND…}. */
@Command(
        name = "check",
        description = "Put a client through the exercises, and say how it behaves.",
        mixinStandardHelpOptions = true,
        modelTransformer = OptionFlags.class,
        footer = "%nThe command is told where the vendors are in its environment: FERMATA_FLAT_URL,"
                + " FERMATA_SCOREFLOW_URL, FERMATA_TOKEN, FERMATA_PDF, FERMATA_SCENARIO, FERMATA_PATIENCE. It ends with status 0 when it"
                + " has what came of the document, and with another when not.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class CheckCommand implements Callable<Integer>, OptionFlags.Owner {
    private static final Option<Integer> PATIENCE = Option.of(
                    "patience",
                    NumberType.ints(1, 86_400),
                    "SECONDS",
                    "How long the command is told to wait for a job that does not end.")
            .defaultingTo(20);

    private static final Option<Integer> TIMEOUT = Option.of(
                    "timeout", NumberType.ints(1, 86_400), "SECONDS", "After how long the command is ended.")
            .defaultingTo(90);

    private static final Option<Integer> PARALLEL = Option.of(
                    "parallel",
                    NumberType.ints(1, 1_000),
                    "N",
                    "How many exercises run at once; the command must bear company.")
            .defaultingTo(1);

    @Spec
    private CommandSpec spec;

    @CommandLine.Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "Only these exercises, or scenarios that 'fermata scenarios' lists. Default: all exercises")
    @Nullable
    List<String> scenarios;

    @CommandLine.Option(names = "--vendor", paramLabel = "NAME", description = "Only rules about flat or scoreflow.")
    @Nullable
    String vendor;

    @CommandLine.Option(
            names = "--rules",
            paramLabel = "NAME",
            defaultValue = "omr-import",
            description = "A set of rules, or one rule. Default: ${DEFAULT-VALUE}, which is all of them")
    private String rules;

    @CommandLine.Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Rules that may be broken for now, one a line; one that is not broken is an error.")
    @Nullable
    Path knownFailures;

    @CommandLine.Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "fermata-report",
            description = "Where index.html, report.json, junit.xml and the command's output go."
                    + " Default: ${DEFAULT-VALUE}")
    private Path report;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The client, and its arguments; after --.")
    private List<String> command;

    private Duration patience;
    private Duration timeout;
    private int parallel;

    @Override
    public List<Option<?>> options() {
        return List.of(PATIENCE, TIMEOUT, PARALLEL);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        patience = Duration.ofSeconds(OptionFlags.value(PATIENCE, spec));
        timeout = Duration.ofSeconds(OptionFlags.value(TIMEOUT, spec));
        parallel = OptionFlags.value(PARALLEL, spec);
        List<Rule> wanted = wantedRules();
        List<Exercise> exercises = wantedExercises();
        KnownFailures known = knownFailures == null ? KnownFailures.NONE : KnownFailures.read(knownFailures);
        Files.createDirectories(report);
        Table table = new Table(spec.commandLine().getOut());
        Assessment assessment = new Assessment(wanted, rehearse(exercises, wanted, table), known);
        Report.write(assessment, report);
        table.print(assessment);
        spec.commandLine().getOut().println("The whole story: " + report.resolve("index.html"));
        return assessment.complaint().isEmpty() ? 0 : 1;
    }

    private List<ExerciseRun> rehearse(List<Exercise> exercises, List<Rule> wanted, Table table)
            throws IOException, InterruptedException {
        ClientCommand client = new ClientCommand(command, timeout);
        ExecutorService stages = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<ExerciseRun>> begun = new ArrayList<>();
            for (Exercise exercise : exercises) {
                begun.add(stages.submit(() -> ExerciseRun.of(exercise, client, wanted, patience, report)));
            }
            List<ExerciseRun> done = new ArrayList<>();
            for (Future<ExerciseRun> one : begun) {
                done.add(one.get());
                table.print(one.get());
            }
            return done;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            stages.shutdownNow();
        }
    }

    private List<Rule> wantedRules() {
        if (vendor != null && !vendor.equals(Request.FLAT) && !vendor.equals(Request.SCOREFLOW)) {
            throw new IllegalArgumentException("a vendor is flat or scoreflow, not " + vendor);
        }
        return Rulebook.named(rules).stream()
                .filter(rule -> vendor == null || rule.vendors().contains(vendor))
                .toList();
    }

    private List<Exercise> wantedExercises() {
        return scenarios == null
                ? Exercises.all()
                : scenarios.stream().map(CheckCommand::exercise).toList();
    }

    private static Exercise exercise(String name) {
        return Exercises.find(name).orElseGet(() -> Exercise.of(Catalogue.named(name)));
    }
}
