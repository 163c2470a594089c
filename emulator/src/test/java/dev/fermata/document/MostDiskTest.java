package dev.fermata.document;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.disk.Disk;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.Answer;
import dev.fermata.testing.ControlClient;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.OmrClient;
import dev.fermata.testing.ScoreFlowClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many bytes the worlds of a server keep on disk together. */
class MostDiskTest {
    private static final long MOST = 2 << 20;

    /** MusicXML of about this size, different for each number. */
    private static String musicXml(int number, int bytes) {
        return MusicXml.hello() + "<!-- " + number + " " + "x".repeat(bytes) + " -->";
    }

    @Nested
    class OverHttp {
        private final Fermata fermata =
                Fermata.start(FermataOptions.builder().maxDisk(MOST).build());

        @AfterEach
        void stops() {
            fermata.close();
        }

        private Answer create(String world, int number, int bytes) {
            return FlatClient.of(fermata.flatUrl(), "fermata_" + world + "_me")
                    .post("/scores", Map.of("data", musicXml(number, bytes)));
        }

        /** Fills the disk with scores, which cannot be made again, and answers how many there are. */
        private int fill(String world) {
            int number = 0;
            while (create(world, number, 300_000).status() == 200) {
                number++;
            }
            return number;
        }

        @Test
        void musicXmlCountsInAllWorldsTogetherAndIsRefusedBeyondIt() {
            int there = fill("a");
            assertTrue(there >= 5 && there <= 7, "" + there);
            Answer refused = create("b", 99, 300_000);
            assertAll(
                    () -> assertEquals(507, refused.status(), refused.text()),
                    () -> assertEquals("storage", refused.header("Fermata-Answer")),
                    () -> assertTrue(refused.at("/message").contains("2,097,152 bytes"), refused.text()),
                    () -> assertTrue(refused.at("/message").contains("--max-disk"), refused.text()),
                    () -> assertEquals(
                            200, ControlClient.of(fermata.url()).get("/health").status()));
        }

        @Test
        void aWorldThatEndsGivesAllOfItBack() {
            for (int i = 0; i < 5; i++) {
                int there = fill("a");
                assertTrue(there >= 5 && there <= 7, "" + there);
                fermata.endWorld("a");
            }
        }

        @Test
        void aScoreThatIsDeletedForGoodGivesItsBytesBack() {
            FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_a_me");
            String first = create("a", -1, 300_000).at("/id");
            fill("a");
            assertEquals(204, me.delete("/scores/" + first + "?now=true").status());
            assertEquals(200, create("a", 100, 300_000).status());
            assertEquals(507, create("a", 101, 300_000).status());
        }

        @Test
        void nothingIsChargedForWhatIsRefused() {
            fill("a");
            FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_a_me");
            int before = new OmrClient(me).credits();
            byte[] pdf = SheetMusic.of("One").pages(2).pdf();
            assertEquals(507, me.importPdf(big(pdf), Map.of()).status());
            assertEquals(507, new OmrClient(me).oneShot(big(pdf), Map.of()).status());
            Answer scoreFlow =
                    ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_a_me").convert(big(pdf), "midi");
            assertEquals(507, scoreFlow.status(), scoreFlow.text());
            assertEquals("storage", scoreFlow.header("Fermata-Answer"));
            assertEquals(before, new OmrClient(me).credits());
        }

        @Test
        void sheetsMakeRoomForNewerOnesOfTheirWorld() {
            FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_a_me");
            for (int i = 0; i < 12; i++) {
                byte[] pdf = big(SheetMusic.of("Piece " + i).pages(1).pdf());
                assertEquals(202, me.importPdf(pdf, Map.of()).status());
            }
        }

        @Test
        void aSnapshotThatDoesNotFitIsRefusedAndChangesNothing() {
            fill("a");
            ControlClient control = ControlClient.of(fermata.url());
            Answer snapshot = control.get("/worlds/a/snapshot");
            create("b", 1, 10);
            Answer refused = control.send("PUT", "/worlds/b/snapshot", snapshot.text());
            assertEquals(507, refused.status(), refused.text());
            assertEquals(
                    1,
                    FlatClient.of(fermata.flatUrl(), "fermata_b_me")
                            .get("/collections/root/scores")
                            .json()
                            .size());
        }

        private byte[] big(byte[] pdf) {
            byte[] big = Arrays.copyOf(pdf, pdf.length + 200_000);
            Arrays.fill(big, pdf.length, big.length, (byte) ' ');
            return big;
        }
    }

    @Test
    void whatIsTakenIsGivenBackToTheLastByte(@TempDir Path folder) throws IOException {
        Disk disk = new Disk(folderAt(folder), MOST);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(SheetMusic.of("Piece " + i).pages(1).pdf());
            files.add(musicXml(i, 1_000).getBytes(StandardCharsets.UTF_8));
        }
        Documents documents = new Documents(folder.resolve("world"), disk);
        List<Document> kept = new ArrayList<>();
        for (byte[] file : files) {
            kept.add(keep(documents, file));
            kept.add(keep(documents, file));
        }
        long all = disk.taken();
        kept.forEach(documents::release);
        assertEquals(0, disk.taken());
        for (byte[] file : files) {
            kept.add(keep(documents, file));
        }
        assertEquals(all, disk.taken());
        try (Upload late = documents.receive()) {
            late.write(files.get(0));
            documents.close();
            late.keep();
        }
        assertEquals(0, disk.taken());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatWasRemovedFromOutsideIsNotCountedTwice(@TempDir Path folder) throws IOException {
        Disk disk = new Disk(folderAt(folder), MOST);
        byte[] pdf = SheetMusic.of("One").pages(1).pdf();
        try (Documents documents = new Documents(folder.resolve("world"), disk)) {
            Document document = keep(documents, pdf);
            long one = disk.taken();
            Files.delete(document.file());
            keep(documents, pdf);
            assertEquals(one, disk.taken());
        }
        assertEquals(0, disk.taken());
    }

    private static Document keep(Documents documents, byte[] bytes) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(bytes);
            return upload.keep();
        }
    }

    private static Disk.Folder folderAt(Path path) {
        return new Disk.Folder() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public void make() throws IOException {
                Files.createDirectories(path);
            }
        };
    }
}
