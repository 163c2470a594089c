package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.Plain;
import dev.fermata.testing.client.ScoreFlowClient;
import dev.fermata.testing.process.ServeProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a server, when it or its process is removed. */
class TemporaryFolderTest {
    @TempDir
    Path parent;

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.sorted().toList();
        }
    }

    @Nested
    class RemovedWhileTheServerRuns {
        private static final byte[] PDF = SheetMusic.of("One").pages(1).pdf();

        private Answer submit(Fermata fermata) {
            return Plain.send(
                    "POST",
                    fermata.flatUrl() + "/scores",
                    Map.of("Authorization", "Bearer some-token", "Content-Type", "application/json"),
                    BodyPublishers.ofString("{}"));
        }

        @Test
        void isMadeAgain() throws IOException {
            try (Fermata fermata = Fermata.start()) {
                FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_w_me");
                assertEquals(202, me.importPdf(PDF, Map.of()).status());
                remove(fermata.folder());
                String large = Base64.getEncoder().encodeToString(new byte[600_000]);
                assertAll(
                        () -> assertEquals(202, me.importPdf(PDF, Map.of()).status()),
                        () -> assertEquals(
                                400, me.post("/scores", Map.of("data", large)).status()),
                        () -> assertEquals(
                                202,
                                ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_w_me")
                                        .convert(PDF, "midi")
                                        .status()),
                        () -> assertEquals(
                                200,
                                ControlClient.of(fermata.url()).get("/health").status()),
                        () -> assertEquals(
                                "rwx------",
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(fermata.folder()))));
            }
        }

        @Test
        void takesTheScoresWithItAndThatIsSaid() throws IOException {
            try (Fermata fermata = Fermata.start()) {
                FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_w_me");
                String score =
                        me.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
                remove(fermata.folder());
                Answer lost = me.get("/scores/" + score + "/revisions/last/xml");
                assertEquals(507, lost.status());
                assertEquals("storage", lost.header("Fermata-Answer"));
                assertTrue(lost.at("/message").contains("were removed"), lost.text());
                fermata.endWorld("w");
                assertEquals(200, me.get("/me").status());
            }
        }

        @Test
        void andReplacedByAFileIsToldByHealthUntilThatIsGone() throws IOException {
            try (Fermata fermata = Fermata.start()) {
                FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_w_me");
                ControlClient control = ControlClient.of(fermata.url());
                remove(fermata.folder());
                Files.createFile(fermata.folder());
                Answer refused = submit(fermata);
                assertEquals(507, refused.status(), refused.text());
                assertFalse(refused.text().contains("/tmp"), refused.text());
                Answer health = Plain.get(fermata.url() + "/_fermata/health", Map.of());
                assertEquals(503, health.status());
                assertEquals("failing", health.at("/status"));
                Files.delete(fermata.folder());
                assertEquals(200, control.get("/health").status());
                assertEquals(202, me.importPdf(PDF, Map.of()).status());
            }
        }

        @Test
        void andReplacedByALinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
            try (Fermata fermata = Fermata.start()) {
                remove(fermata.folder());
                Files.createSymbolicLink(fermata.folder(), elsewhere);
                assertEquals(507, submit(fermata).status());
                try (Stream<Path> written = Files.list(elsewhere)) {
                    assertEquals(List.of(), written.toList());
                }
                Files.delete(fermata.folder());
            }
        }
    }

    @Nested
    class OfAProcessThatWasKilled {
        @Test
        void isRemovedByTheNextStart() throws Exception {
            try (ServeProcess killed = ServeProcess.start(parent, Map.of())) {
                FlatClient.of(killed.flatUrl(), "some-token").post("/scores", Map.of("data", MusicXml.hello()));
                killed.kill();
            }
            assertEquals(1, folders().size());
            try (ServeProcess next = ServeProcess.start(parent, Map.of())) {
                assertEquals(1, folders().size());
                assertTrue(next.errors().contains("which a process that was killed has left"), next.errors());
                next.stop();
            }
            assertEquals(List.of(), folders());
        }

        @Test
        void isToldFromThoseOfProcessesThatLiveAndFromAllElse() throws Exception {
            Path foreign = Files.createDirectory(parent.resolve("fermata-of-another-program"));
            Path file = Files.createFile(parent.resolve("fermata-file"));
            Path target = Files.createDirectory(parent.resolve("target"));
            Files.createFile(target.resolve(".lock"));
            Path link = Files.createSymbolicLink(parent.resolve("fermata-link"), target);
            Path linked = Files.createDirectory(parent.resolve("fermata-linked-lock"));
            Files.createSymbolicLink(linked.resolve(".lock"), target.resolve(".lock"));
            try (ServeProcess first = ServeProcess.start(parent, Map.of());
                    ServeProcess second = ServeProcess.start(parent, Map.of())) {
                assertEquals(7, folders().size(), folders().toString());
                for (ServeProcess serve : List.of(first, second)) {
                    FlatClient me = FlatClient.of(serve.flatUrl(), "some-token");
                    assertEquals(
                            200,
                            me.post("/scores", Map.of("data", MusicXml.hello())).status());
                    serve.stop();
                }
            }
            assertEquals(
                    List.of(file, link, linked, foreign, target).size(),
                    folders().size());
            assertTrue(Files.exists(target.resolve(".lock")));
        }

        @Test
        void keepsALinkThatPointsOutOfItFromDoingHarm(@TempDir Path elsewhere) throws Exception {
            Path precious = Files.createFile(elsewhere.resolve("precious"));
            Path left = Files.createDirectory(parent.resolve("fermata-1-1-left"));
            Files.createFile(left.resolve(".lock"));
            Files.createSymbolicLink(left.resolve("world-1"), elsewhere);
            try (ServeProcess next = ServeProcess.start(parent, Map.of())) {
                assertFalse(Files.exists(left), next.errors());
                assertTrue(Files.exists(precious));
            }
        }

        @Test
        void isRemovedOnceWhenManyStartTogether() throws Exception {
            for (int i = 0; i < 3; i++) {
                Path left = Files.createDirectories(parent.resolve("fermata-1-1-left" + i));
                Files.createFile(left.resolve(".lock"));
            }
            List<Process> starting = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    starting.add(ServeProcess.builder(parent, Map.of())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
                }
                for (Process serve : starting) {
                    assertTrue(serve.inputReader().readLine().startsWith("Fermata is ready"));
                }
                assertEquals(3, folders().size(), folders().toString());
                for (Process serve : starting) {
                    serve.toHandle().destroy();
                    serve.waitFor();
                }
            } finally {
                starting.forEach(Process::destroyForcibly);
            }
            assertEquals(List.of(), folders());
        }
    }
}
