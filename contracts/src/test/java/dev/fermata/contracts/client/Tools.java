package dev.fermata.contracts.client;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs that clients need. */
public final class Tools {
    /** The scripts, next to the packages that they use. */
    static final Path CONSUMERS = Path.of("..", "client-tests", "consumers");

    private Tools() {}

    /** Without a program the test cannot run: skipped on a developer's machine, a failure in CI. */
    public static void require(String... command) {
        boolean there = succeeds(command);
        String missing = String.join(" ", command) + " fails; ./check installs what is missing";
        assertTrue(there || !"true".equals(System.getenv("CI")), missing);
        assumeTrue(there, missing);
    }

    /** Without the npm packages the test cannot run either. */
    public static void requirePackage(String name) {
        boolean there =
                Files.isDirectory(CONSUMERS.resolveSibling("node_modules").resolve(name));
        String missing = name + " is missing; ./check runs npm ci in client-tests";
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
