package dev.fermata.cli;

import dev.fermata.Fermata;
import dev.fermata.FermataOption;
import dev.fermata.FermataOptions;
import dev.fermata.option.InvalidValueException;
import dev.fermata.option.Option;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fermata serve}: an emulator until it is told to stop. */
@Command(
        name = "serve",
        description = "Start an emulator and keep it running.",
        mixinStandardHelpOptions = true,
        modelTransformer = OptionFlags.class,
        footer = "%nEvery option can also be set in the environment, as FERMATA_PORT for --port; the flag wins.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer>, OptionFlags.Owner {
    @Spec
    private CommandSpec spec;

    @Override
    public List<Option<?>> options() {
        return FermataOption.all();
    }

    @Override
    public Integer call() throws InterruptedException {
        FermataOptions options = options(Environment.ofProcess());
        Fermata fermata = Fermata.start(options);
        spec.commandLine()
                .getOut()
                .println("Fermata is ready: Flat at " + fermata.flatUrl() + ", ScoreFlow at " + fermata.scoreFlowUrl());
        if (options.controlToken().isEmpty()) {
            fermata.controlToken()
                    .ifPresent(
                            made -> spec.commandLine().getOut().println("The control API asks for the token " + made));
        }
        // Or until a signal: it closes what was started, and ends the process.
        String loss = fermata.awaitLoss();
        spec.commandLine().getErr().println("Fermata cannot go on: " + loss);
        fermata.close();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * The options as flags and the environment set them. A flag wins over its variable, which is not looked at then.
     *
     * @throws ParameterException if a value is invalid
     */
    FermataOptions options(Environment environment) {
        FermataOptions.Builder options = FermataOptions.builder();
        try {
            FermataOption.all().forEach(option -> set(option, environment, options));
            return options.build();
        } catch (InvalidValueException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }

    private <T> void set(Option<T> option, Environment environment, FermataOptions.Builder options) {
        Optional<String> flag = OptionFlags.text(option, spec);
        Optional<T> value = flag.isPresent()
                ? flag.map(text -> option.read(option.flag(), text))
                : environment
                        .text(option)
                        .map(text -> option.read(option.variable(), text))
                        .or(option::whenServed);
        value.ifPresent(one -> options.set(option, one));
    }
}
