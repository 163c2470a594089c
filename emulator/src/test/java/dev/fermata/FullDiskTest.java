package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.Plain;
import dev.fermata.testing.client.ScoreFlowClient;
import dev.fermata.testing.process.ServeProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk is full: a file system of 4 MB in memory, which takes root to mount. */
class FullDiskTest {
    private static final byte[] PDF = large(SheetMusic.of("One").pages(2).pdf());

    @TempDir
    Path elsewhere;

    private Path disk;
    private ServeProcess serve;
    private FlatClient me;
    private ControlClient control;

    /** Too large for the memory, whichever way it comes. */
    private static byte[] large(byte[] pdf) {
        byte[] large = Arrays.copyOf(pdf, 700_000);
        Arrays.fill(large, pdf.length, large.length, (byte) ' ');
        return large;
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @BeforeEach
    void mounts() throws Exception {
        disk = Files.createDirectory(elsewhere.resolve("disk"));
        boolean mounted = Files.isWritable(Path.of("/proc/1/oom_score_adj"))
                && run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
        assertTrue(mounted || !"true".equals(System.getenv("CI")), "CI needs root, to mount a small file system");
        assumeTrue(mounted, "only root can mount a small file system");
        serve = ServeProcess.start(disk, Map.of(), "--max-disk", "none", "--pace", "instant");
        me = FlatClient.of(serve.flatUrl(), "fermata_w_me");
        control = ControlClient.of(serve.url());
    }

    @AfterEach
    void unmounts() throws Exception {
        if (serve != null) {
            serve.kill();
            serve.close();
            run("umount", disk.toString());
        }
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertTrue(Files.size(disk.resolve("filler")) > 1 << 20, full.getMessage());
        }
    }

    private Answer health() {
        return Plain.get(serve.url() + "_fermata/health", Map.of());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(disk)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void assertFull(Answer answer) {
        assertAll(
                () -> assertEquals(507, answer.status(), answer.text()),
                () -> assertTrue(answer.text().contains("cannot write to its temporary folder"), answer.text()));
    }

    private static void assertFullVendor(Answer answer) {
        assertFull(answer);
        assertEquals("storage", answer.header("Fermata-Answer"));
    }

    @Test
    void refusesEveryKindOfUploadChargesNothingLeavesNothingAndSaysSo() throws Exception {
        ScoreFlowClient scoreFlow = ScoreFlowClient.of(serve.scoreFlowUrl(), "fermata_w_me");
        OmrClient omr = new OmrClient(me);
        scoreFlow.status("none"); // so that the account is there
        Answer draft = omr.draft(Map.of());
        String snapshot = control.get("/worlds/w/snapshot").text();
        String large = snapshot.substring(0, snapshot.length() - 1) + " ".repeat(600_000) + "}";
        String credits = control.get("/worlds/w/accounts").text();
        fill();
        List<Path> before = files();
        assertFullVendor(me.importPdf(PDF, Map.of()));
        assertFullVendor(me.post("/scores", Map.of("data", MusicXml.hello())));
        assertFullVendor(omr.oneShot(PDF, Map.of()));
        assertFullVendor(omr.oneShot(SheetMusic.of("Small").pages(1).pdf(), Map.of()));
        assertFullVendor(omr.add(draft, PDF, "a.pdf"));
        assertFullVendor(scoreFlow.convert(PDF, "midi"));
        assertFull(control.send("PUT", "/worlds/w/snapshot", large));
        assertFull(control.send("PUT", "/worlds/w/seed", "{\"scores\": [{\"account\": \"me\"}]}"));
        assertFull(control.send("PUT", "/worlds/w/seed", "{\"jobs\": [{\"kind\": \"job\", \"account\": \"me\"}]}"));
        assertEquals(before, files());
        assertEquals(credits, control.get("/worlds/w/accounts").text());
        Answer health = health();
        assertEquals(503, health.status());
        assertTrue(health.at("/problems/0").contains("cannot write to its temporary folder"), health.text());
        assertEquals(1, serve.errors().split("requests have failed so", -1).length - 1, serve.errors());
    }

    @Test
    void goesOnWhenThereIsRoomAgain() throws Exception {
        fill();
        assertFullVendor(me.importPdf(PDF, Map.of()));
        assertEquals(503, health().status());
        Files.delete(disk.resolve("filler"));
        assertEquals(200, control.get("/health").status());
        assertEquals(202, me.importPdf(PDF, Map.of()).status());
    }

    @Test
    void drawsAPictureThatItCannotKeep() throws Exception {
        String score = me.importPdf(PDF, Map.of()).at("/score");
        if (score.isEmpty()) {
            score = me.get("/collections/root/scores").at("/0/id");
        }
        String path = "/scores/" + score + "/revisions/last/thumbnail.png";
        fill();
        Answer first = me.get(path);
        assertEquals(200, first.status());
        Files.delete(disk.resolve("filler"));
        assertEquals(
                Base64.getEncoder().encodeToString(me.get(path).bytes()),
                Base64.getEncoder().encodeToString(first.bytes()));
    }
}
