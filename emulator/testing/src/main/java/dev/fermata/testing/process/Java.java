package dev.fermata.testing.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs this process, to start others by. */
public final class Java {
    /**
     * Options of a process that lives for a few seconds: the second compiler and a collector with threads of its own cost
     * more processor time than they save. Nothing that is measured runs with them.
     */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Java() {}

    /** The path of the launcher. */
    public static String launcher() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command that starts a short-lived program with the class path of this process, to add its arguments to. */
    public static List<String> shortLived(List<String> options, String main) {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(SHORT_LIVED);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }
}
