package dev.fermata.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.cli.CommandLineRun;
import dev.fermata.conduct.rule.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fermata check} on the command line. */
class CheckCommandTest {
    @TempDir
    Path folder;

    /** Checks such a client in the exercises. */
    private CommandLineRun check(String scenarios, String like, String... options) {
        List<String> words = new ArrayList<>(List.of("check", "--report", folder + "/report", "--scenario", scenarios));
        words.addAll(List.of(options));
        words.addAll(List.of(
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sketch.class.getName(),
                like));
        return CommandLineRun.of(words);
    }

    private String report(String file) throws IOException {
        return Files.readString(folder.resolve("report").resolve(file));
    }

    private String known(String text) throws IOException {
        return Files.writeString(folder.resolve("known.txt"), text).toString();
    }

    @Nested
    class AClientThatBehaves {
        @Test
        void endsTheCheckWell() throws IOException {
            CommandLineRun check = check("error-402,error-403", "modest");
            assertEquals(0, check.status(), check.toString());
            assertTrue(check.out().contains("  error-402              ended with status 1, 1 requests, "), check.out());
            assertTrue(check.out().contains("final-403              pass"), check.out());
            assertTrue(check.out().contains("back-off               not exercised"), check.out());
            JsonNode report = new ObjectMapper().readTree(report("report.json"));
            assertAll(
                    () -> assertTrue(report.path("passed").asBoolean()),
                    () -> assertEquals(
                            Rulebook.all().size(), report.path("rules").size()),
                    () -> assertEquals(
                            402, report.at("/exercises/0/requests/0/status").asInt()),
                    () -> assertEquals(
                            "failed", report.at("/exercises/1/ending").asText()));
        }

        @Test
        void hasItsSettingsInTheEnvironment() throws IOException {
            check("plain", "curious", "--patience", "7");
            String said = report("plain.txt");
            assertAll(
                    () -> assertFalse(said.contains("=null"), said),
                    () -> assertTrue(said.contains("FERMATA_SCENARIO=plain\n"), said),
                    () -> assertTrue(said.contains("FERMATA_PATIENCE=7\n"), said),
                    () -> assertTrue(said.endsWith("%PDF-\n"), said));
            assertFalse(Files.exists(folder.resolve("report/plain.pdf")), "the document is gone");
        }
    }

    @Nested
    class AClientThatDoesNot {
        @Test
        void failsTheCheckWithTheReason() throws Exception {
            CommandLineRun check = check("error-403", "stubborn");
            assertEquals(1, check.status());
            assertTrue(
                    check.out()
                            .contains(
                                    "error-403: was answered 403, and sent the same request again (entry 1, entry 2)"),
                    check.out());
            var suites = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("report/junit.xml").toFile());
            assertEquals(1, suites.getElementsByTagName("failure").getLength());
            assertEquals(
                    Rulebook.all().size(),
                    suites.getElementsByTagName("testcase").getLength());
            String page = report("index.html");
            assertTrue(page.contains("<svg ") && page.contains("class=\"refused blamed\""), page);
            assertFalse(page.matches("(?s).*(<script|src=|https?:).*"), "the page must not need other files");
        }

        @Test
        void isOnlyWarnedForARuleOfFermata() {
            CommandLineRun check = check("error-402", "stubborn");
            assertEquals(0, check.status(), check.toString());
            assertTrue(check.out().contains("final-402              warn"), check.out());
        }

        @Test
        void isKilledAfterTheTimeoutWithoutBlame() throws IOException {
            CommandLineRun check = check("error-400", "endless", "--timeout", "3");
            assertTrue(check.out().contains("error-400              was killed"), check.out());
            String why = "was stopped before it had waited for a job that does not end";
            assertTrue(
                    check.out().contains("patience-ends          not exercised\n    error-400: " + why), check.out());
            assertTrue(report("junit.xml").contains("<skipped message=\"" + why + "\""), report("junit.xml"));
            assertTrue(report("index.html").contains(why), report("index.html"));
        }

        @Test
        void failsWhenItReportsSuccessAfterARefusal() {
            CommandLineRun check = check("error-503", "careless");
            assertEquals(1, check.status(), check.toString());
            assertTrue(
                    check.out()
                            .contains("error-503: was answered 503 to POST /api/convert, got no further, and ended with"
                                    + " success (entry 1)"),
                    check.out());
        }

        @Test
        void runsTwiceInTheExerciseOnceMore() throws IOException {
            check("once-more", "curious");
            assertEquals(2, report("once-more.txt").split("FERMATA_SCENARIO=once-more\n", -1).length - 1);
        }

        @Test
        void isNotBlamedForOperationsThatAreNotEmulated() {
            CommandLineRun check = check("plain", "inventive");
            assertEquals(1, check.status());
            assertTrue(
                    check.out()
                            .contains(
                                    "The client uses operations that Fermata does not emulate, so the result is incomplete:"
                                            + " POST /v2/scores/123456789012345678901234/fork"),
                    check.out());
        }

        @Test
        void makesNoRequest() {
            CommandLineRun check = check("plain", "idle");
            assertEquals(1, check.status());
            assertTrue(check.out().contains("made no request in plain"), check.out());
        }

        @Test
        void hangsBeforeItsFirstRequest() {
            CommandLineRun check = check("plain", "hanging", "--timeout", "1");
            assertEquals(1, check.status());
            assertTrue(check.out().contains("made no request in plain"), check.out());
        }

        @Test
        void failsInThePlainExercise() {
            CommandLineRun check = check("plain", "modest");
            assertEquals(1, check.status());
            assertTrue(check.out().contains("No fault is injected in plain, but"), check.out());
        }

        @Test
        void isNotJudgedAtSpeedZero() {
            for (String flag : List.of("--timeout", "--patience", "--parallel")) {
                CommandLineRun check = check("plain", "modest", flag, "0");
                assertEquals(2, check.status());
                assertTrue(check.err().startsWith(flag + " must be between 1 and "), check.err());
            }
        }
    }

    @Nested
    class AKnownFailure {
        @Test
        void isAccepted() throws IOException {
            String known = known("# we know\n\nfinal-403 error-403 # until the next release\n");
            CommandLineRun check = check("error-403", "stubborn", "--known-failures", known);
            assertEquals(0, check.status(), check.toString());
            assertTrue(check.out().contains("final-403              pass, and fails only as known"), check.out());
        }

        @Test
        void ofAnotherExerciseIsNotAccepted() throws IOException {
            String known = known("final-403 plain\n");
            CommandLineRun check = check("error-403", "stubborn", "--known-failures", known);
            assertEquals(1, check.status());
        }

        @Test
        void thatIsFixedMustBeRemoved() throws IOException {
            CommandLineRun check = check("error-403", "modest", "--known-failures", known("final-403\n"));
            assertEquals(1, check.status());
            assertTrue(check.out().contains("remove them from the list: final-403"), check.out());
        }

        @Test
        void thatCouldNotHappenMayStay() throws IOException {
            String known = known("poll-pace busy-twice\nlink-is-followed\n");
            assertEquals(
                    0, check("error-403", "modest", "--known-failures", known).status());
        }

        @Test
        void inAnUnknownExerciseIsRefused() throws IOException {
            CommandLineRun check = check("error-403", "modest", "--known-failures", known("poll-pace nope\n"));
            assertEquals(1, check.status());
            assertTrue(check.err().contains("known.txt, line 1: unknown exercise or scenario nope"), check.err());
        }

        @Test
        void ofAnUnknownRuleIsRefused() throws IOException {
            CommandLineRun check = check("plain", "idle", "--known-failures", known("\nmanners\n"));
            assertEquals(1, check.status());
            assertTrue(check.err().contains("known.txt, line 2: a known failure is the id of a rule"), check.err());
        }
    }

    @Test
    void judgesOnlyTheRulesOfAVendorOrASet() {
        CommandLineRun vendor = check("error-402", "modest", "--vendor", "scoreflow");
        assertTrue(vendor.out().contains("final-402"), vendor.out());
        assertFalse(vendor.out().contains("same-key"), vendor.out());
        CommandLineRun set = check("error-402", "modest", "--rules", "paying");
        assertTrue(set.out().contains(" of 6 rules exercised"), set.out());
    }

    @Test
    void reportsErrorsInOneLine() {
        assertAll(
                () -> refused("Unknown scenario: 'bussy'", check("bussy", "idle")),
                () -> refused("Unknown rule or set of rules: 'manners'", check("plain", "idle", "--rules", "manners")),
                () -> refused("a vendor is flat or scoreflow", check("plain", "idle", "--vendor", "sharp")),
                () -> refused(
                        "Cannot run program \"no-such-client\"",
                        CommandLineRun.of(List.of(
                                "check",
                                "--report",
                                folder + "/report",
                                "--scenario",
                                "plain",
                                "--",
                                "no-such-client"))));
    }

    private static void refused(String message, CommandLineRun check) {
        assertEquals(1, check.status(), check.toString());
        assertTrue(check.err().startsWith("fermata: " + message), check.err());
    }
}
