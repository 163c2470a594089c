package dev.fermata.cli;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.cli.option.IntRange;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fermata serve}: an emulator until it is told to stop. */
@Command(
        name = "serve",
        description = "Start an emulator and keep it running.",
        mixinStandardHelpOptions = true,
        defaultValueProvider = Environment.class,
        footer = "%nEvery option can also be set in the environment, as FERMATA_PORT for --port; the flag wins.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EmulatorFlags flags;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to bind. Default: ${DEFAULT-VALUE}")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = IntRange.Port.class,
            defaultValue = "8480",
            description = "The port to listen on, 0 for any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "What calls of the control API must send as Authorization: Bearer TOKEN. Default: none on"
                    + " loopback, else a random one, which is printed")
    @Nullable
    String controlToken;

    @Override
    public Integer call() throws InterruptedException {
        FermataOptions.Builder options = flags.options().host(host).port(port).warmUp(true);
        Stream.ofNullable(controlToken).forEach(options::controlToken);
        Fermata fermata = Fermata.start(options.build());
        spec.commandLine()
                .getOut()
                .println("Fermata is ready: Flat at " + fermata.flatUrl() + ", ScoreFlow at " + fermata.scoreFlowUrl());
        if (controlToken == null) {
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
}
