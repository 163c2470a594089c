package dev.fermata.contracts.client;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs that clients are made of. */
public final class Tools {
    /** Where the scripts are, beside the packages that they use. */
    static final Path CONSUMERS = Path.of("..", "client-tests", "consumers");

    private Tools() {}

    /** Without a program there is nothing to run: a reason to skip on one's own machine, a failure in CI. */
    public static void require(String... command) {
        boolean there = succeeds(command);
        String missing = String.join(" ", command) + " does not succeed; ./check installs what is missing";
        assertTrue(there || !"true".equals(System.getenv("CI")), missing);
        assumeTrue(there, missing);
    }

    /** Without the packages of npm neither. */
    public static void requirePackage(String name) {
        boolean there =
                Files.isDirectory(CONSUMERS.resolveSibling("node_modules").resolve(name));
        String missing = name + " is not there; ./check runs npm ci in client-tests";
        assertTrue(there || !"true".equals(System.getenv("CI")), missing);
        assumeTrue(there, missing);
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
