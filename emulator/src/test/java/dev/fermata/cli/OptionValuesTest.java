package dev.fermata.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.testing.Answer;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.ServeProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that options take, and what is said of others. */
class OptionValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port|70000|between 0 and 65535, was 70000",
                "--port|-1|between 0 and 65535, was -1",
                "--port|99999999999999999999|between 0 and 65535, was 99999999999999999999",
                "--port|80a|between 0 and 65535, was 80a",
                "--port|8.5|a whole number between 0 and 65535, was 8.5",
                "--speed|1000001|between 0 and 1000000, was 1000001",
                "--speed|-1|between 0 and 1000000, was -1",
                "--speed|NaN|between 0 and 1000000, was NaN",
                "--credits|5000000000|between 0 and 1000000000, was 5000000000",
                "--credits|1000000001|between 0 and 1000000000, was 1000000001",
                "--flat-allowance|-1|between 0 and 1000000000, was -1",
                "--omr-max-files|1001|between 1 and 1000, was 1001",
                "--omr-max-pages|0|between 1 and 10000, was 0",
                "--omr-max-parallel-jobs|0|at least 1, or none, was 0",
                "--omr-max-file-size|1073741825|between 1 and 1073741824, was 1073741825",
                "--omr-retention-days|3651|between 1 and 3650, was 3651",
                "--journal-entries|2147483648|between 0 and 2147483647, was 2147483648",
                "--journal-bytes|9223372036854775808|between 0 and 9223372036854775807, was 9223372036854775808",
                "--id-seed|9223372036854775808|between -9223372036854775808 and 9223372036854775807, was 9223372036854775808",
                "--scoreflow-daily-limit|0|at least 1, or none, was 0",
                "--max-jobs|0|at least 1, or none, was 0",
                "--max-worlds|0|at least 1, or none, was 0",
                "--max-jobs|2147483648|between 1 and 2147483647, or none, was 2147483648",
                "--max-jobs|many|a whole number of at least 1, or none, was many",
                "--strict-tokens|maybe|must be true or false, was maybe",
                "--pace|quick|must be one of realistic, fast, instant, polls, manual, was quick",
                "--plan|gold|must be one of premium, free, no-omr, was gold",
                "--flat-locale|1|must be a BCP 47 tag, was 1",
                "--max-disk|1000|at least 1048576, or none, was 1000",
                "--flat-rate-limit|5000000000/1h|requests must be between 1 and 999999999, was 5000000000",
                "--flat-rate-limit|0/1h|requests must be between 1 and 999999999, was 0",
                "--flat-address-rate-limit|1/1000000d|units of time must be between 1 and 3650, was 1000000",
                "--scoreflow-rate-limit|often|must be like 7200/1h or 5/2s, or none, was often"
            })
    void beyondTheRangeAreToldIt(String flag, String value, String said) {
        CommandLineRun serve = CommandLineRun.of(List.of("serve", flag + "=" + value));
        assertAll(
                () -> assertEquals(2, serve.status(), serve.err()),
                () -> assertTrue(serve.err().startsWith(flag + " "), serve.err()),
                () -> assertTrue(serve.err().contains(said), serve.err()));
    }

    @ParameterizedTest
    @CsvSource({"--timeout, 0, 86400", "--patience, 99999999999, 86400", "--parallel, 0, 1000"})
    void ofCheckAreToldItToo(String flag, String value, String most) {
        CommandLineRun check = CommandLineRun.of(List.of("check", flag + "=" + value, "--", "true"));
        assertEquals(2, check.status());
        assertTrue(check.err().contains("between 1 and " + most + ", was " + value), check.err());
    }

    @Test
    void ofTheDemoAreToldItToo() {
        CommandLineRun demo = CommandLineRun.of(List.of("demo", "--speed=1e9"));
        assertEquals(2, demo.status());
        assertTrue(demo.err().contains("between 0 and 1000000, was 1e9"), demo.err());
    }

    @Test
    void ofEveryLimitMayBeNone(@TempDir Path folder) throws Exception {
        String[] flags = {
            "--flat-rate-limit=none",
            "--flat-address-rate-limit=none",
            "--scoreflow-rate-limit=none",
            "--scoreflow-poll-limit=none",
            "--scoreflow-daily-limit=none",
            "--omr-max-parallel-jobs=none",
            "--max-jobs=none",
            "--max-worlds=none",
            "--max-disk=none"
        };
        try (ServeProcess serve = ServeProcess.start(folder, Map.of(), flags)) {
            Answer me = FlatClient.of(serve.flatUrl(), "some-token").get("/me");
            assertEquals(200, me.status());
            assertEquals("2147483647", me.header("X-RateLimit-Limit"));
        }
    }

    @Test
    void ofTheEnvironmentAreTheSame(@TempDir Path folder) throws Exception {
        Map<String, String> environment = Map.of(
                "FERMATA_FLAT_RATE_LIMIT", "none",
                "FERMATA_SCOREFLOW_DAILY_LIMIT", "none",
                "FERMATA_MAX_WORLDS", "none",
                "FERMATA_MAX_DISK", "none");
        try (ServeProcess serve = ServeProcess.start(folder, environment)) {
            assertEquals(
                    200, FlatClient.of(serve.flatUrl(), "some-token").get("/me").status());
        }
        try (ServeProcess serve = ServeProcess.start(folder, Map.of("FERMATA_MAX_WORLDS", "0"))) {
            assertEquals(2, serve.await());
            assertTrue(
                    serve.errors().startsWith("FERMATA_MAX_WORLDS must be at least 1, or none, was 0\n"),
                    serve.errors());
        }
        try (ServeProcess serve = ServeProcess.start(folder, Map.of("FERMATA_STRICT_TOKENS", "maybe"))) {
            assertEquals(2, serve.await());
            assertTrue(
                    serve.errors().startsWith("FERMATA_STRICT_TOKENS must be true or false, was maybe\n"),
                    serve.errors());
        }
    }

    @Test
    void ofATokenAreNotRepeated() {
        CommandLineRun serve = CommandLineRun.of(List.of("serve", "--token=secret="));
        assertEquals(2, serve.status());
        assertTrue(serve.err().startsWith("--token must be TOKEN or TOKEN=SCOPE+SCOPE, where"), serve.err());
        assertFalse(serve.err().contains("secret"), serve.err());
    }

    @Test
    void ofASwitchMayBeAttached() {
        for (String value : List.of("true", "no", "ON", "0")) {
            CommandLineRun serve = CommandLineRun.of(List.of("serve", "--log-requests=" + value, "--max-jobs=0"));
            assertTrue(serve.err().startsWith("--max-jobs "), serve.err()); // so the switch has been read
        }
    }
}
