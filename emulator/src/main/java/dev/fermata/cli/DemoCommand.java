package dev.fermata.cli;

import dev.fermata.Fermata;
import dev.fermata.FermataOption;
import dev.fermata.FermataOptions;
import dev.fermata.demo.DemoException;
import dev.fermata.demo.FlatImport;
import dev.fermata.demo.FlatOmrJob;
import dev.fermata.demo.Scene;
import dev.fermata.demo.ScoreFlowConversion;
import dev.fermata.demo.Sheet;
import dev.fermata.demo.Stage;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.option.Option;
import dev.fermata.scoreflow.ScoreFlowOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fermata demo [FILE.pdf]}. */
@Command(
        name = "demo",
        description = "Send a PDF through Flat's import, through an OMR job and through ScoreFlow, and show each step.",
        mixinStandardHelpOptions = true,
        modelTransformer = OptionFlags.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class DemoCommand implements Callable<Integer>, OptionFlags.Owner {
    private static final int HEADER_BYTES = 1024;

    private static final Option<Double> SPEED = FermataOption.SPEED.butServed(3.0);

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE.pdf", description = "The sheet music. Default: a piece of our own.")
    private @Nullable Path file;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where the results are written. Default: ${DEFAULT-VALUE}")
    private Path out;

    @Override
    public List<Option<?>> options() {
        return List.of(SPEED);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        double speed = OptionFlags.value(SPEED, spec);
        Path chosen = file;
        String name = chosen == null ? "fermata-demo.pdf" : String.valueOf(chosen.getFileName());
        byte[] pdf = chosen == null ? SheetMusic.demo().pdf() : read(chosen);
        Files.createDirectories(out);
        if (chosen == null) {
            Files.write(out.resolve(name), pdf);
        }
        FermataOptions options =
                FermataOptions.builder().pace(Pace.REALISTIC).speed(speed).build();
        try (Fermata fermata = Fermata.start(options)) {
            Stage stage = new Stage(spec.commandLine().getOut(), Ansi.AUTO.enabled());
            if (chosen == null) {
                stage.wrote(out.resolve(name));
            }
            Sheet sheet = new Sheet(name, chosen == null ? out.resolve(name) : chosen, pdf);
            stage.title("Fermata: " + name + ", " + (pdf.length + 1023) / 1024 + " KB");
            Scene scene = new Scene(fermata, stage, sheet, out);
            new FlatImport(scene).play();
            new FlatOmrJob(scene).play();
            new ScoreFlowConversion(scene).play();
            stage.finished(out);
        }
        return 0;
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DemoException("there is no file " + file);
        }
        if (Files.size(file) > ScoreFlowOptions.MOST_FILE_BYTES) {
            throw new DemoException(file + " is larger than the 10 MB that ScoreFlow takes");
        }
        byte[] bytes = Files.readAllBytes(file);
        String start = new String(Arrays.copyOf(bytes, HEADER_BYTES), StandardCharsets.ISO_8859_1);
        if (!start.contains("%PDF-")) {
            throw new DemoException(file + " is not a PDF");
        }
        return bytes;
    }
}
