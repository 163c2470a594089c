package dev.fermata.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.Midi;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetImages;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.fixtures.hostile.HostileMusicXml;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores that a user supplies for documents. */
class AnswersTest {
    private static final byte[] ANSWER = MusicXml.titled("Supplied").getBytes(UTF_8);

    private final Fermata fermata =
            Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
    private final FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
    private final OmrClient omr = new OmrClient(client);
    private final ScoreFlowClient scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");

    @AfterEach
    void stop() {
        fermata.close();
    }

    private static byte[] pdf(String title) {
        return SheetMusic.of(title).pages(2).pdf();
    }

    private String imported(byte[] pdf, String fileName) {
        Answer task = client.importPdf(pdf, Map.of("filename", fileName));
        return client.get("/tasks/" + task.at("/id")).at("/score");
    }

    private Answer file(String score, String format) {
        return client.get("/scores/" + score + "/revisions/last/" + format);
    }

    @Nested
    class ADocumentIsKnown {
        @Test
        void byItsFileNameWhateverItsFolderAndExtension() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            for (String name : List.of("sonata.pdf", "scans/sonata.PDF", "C:\\scans\\sonata.pdf", "sonata")) {
                assertArrayEquals(ANSWER, file(imported(pdf(name), name), "xml").bytes(), name);
            }
            for (String name : List.of("Sonata.pdf", "sonata2.pdf", "my sonata.pdf", "sonata.pdf.pdf")) {
                assertFalse(file(imported(pdf(name), name), "xml").text().contains("Supplied"), name);
            }
        }

        @Test
        void byItsBytesWhateverItsName() {
            byte[] known = pdf("Known");
            fermata.answers().forBytes(known, ANSWER);
            assertArrayEquals(ANSWER, file(imported(known, "x.pdf"), "xml").bytes());
            assertNotEquals(
                    new String(ANSWER, UTF_8),
                    file(imported(pdf("Other"), "x.pdf"), "xml").text());
        }

        @Test
        void byItsHashInDigitsOfEitherCase() throws Exception {
            String hash = HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf("Known")));
            fermata.answers().forHash(hash, ANSWER);
            assertArrayEquals(ANSWER, file(imported(pdf("Known"), ""), "xml").bytes());
        }

        @Test
        void byItsBytesRatherThanByItsName() {
            fermata.answers().forName("sonata.pdf", MusicXml.titled("By name").getBytes(UTF_8));
            fermata.answers().forBytes(pdf("Known"), MusicXml.titled("By bytes").getBytes(UTF_8));
            assertTrue(file(imported(pdf("Known"), "sonata.pdf"), "xml").text().contains("By bytes"));
        }

        @Test
        void byANameWithAnUmlautInOneCharacterOrInTwo() {
            String name = "Prälude.pdf";
            fermata.answers().forName(Normalizer.normalize(name, Normalizer.Form.NFD), ANSWER);
            assertArrayEquals(ANSWER, file(imported(pdf("x"), name), "xml").bytes());
        }

        @Test
        void byTheFirstOfItsFilesThatIsKnown() {
            fermata.answers().forName("page-2.png", ANSWER);
            Answer job = omr.draft(Map.of("output", "musicxml"));
            omr.add(job, SheetImages.png(), "page-1.png");
            omr.add(job, SheetImages.jpeg(), "page-2.png");
            omr.start(job);
            assertArrayEquals(ANSWER, omr.export(job, "musicxml").bytes());
        }
    }

    @Nested
    class AnAnswerIsGiven {
        @Test
        void byEveryDoorOfBothVendors() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            Answer job = omr.draft(Map.of("output", "musicxml"));
            omr.add(job, pdf("a"), "sonata.pdf");
            omr.start(job);
            Answer conversion = scoreFlow.convert(new ScoreFlowClient.Form()
                    .file("pdf", "sonata.pdf", pdf("b"))
                    .text("type", "musicxml"));
            String id = conversion.at("/conversionId");
            assertAll(
                    () -> assertArrayEquals(
                            ANSWER,
                            file(imported(pdf("c"), "sonata.pdf"), "xml").bytes()),
                    () -> assertArrayEquals(ANSWER, omr.export(job, "musicxml").bytes()),
                    () -> assertArrayEquals(ANSWER, scoreFlow.download(id).bytes()));
        }

        @Test
        void inEveryOtherFormatToo() throws Exception {
            fermata.answers().forName("sonata.pdf", ANSWER);
            String score = imported(pdf("a"), "sonata.pdf");
            String upload = client.post("/scores", Map.of("data", new String(ANSWER, UTF_8)))
                    .at("/id");
            assertArrayEquals(file(upload, "midi").bytes(), file(score, "midi").bytes());
            assertArrayEquals(file(upload, "mxl").bytes(), file(score, "mxl").bytes());
        }

        @Test
        void asMidiTooAndThenTheNotesAreWritten() throws Exception {
            fermata.answers().forName("sonata.pdf", Midi.hello());
            String score = imported(pdf("a"), "sonata.pdf");
            assertArrayEquals(Midi.hello(), file(score, "midi").bytes());
            assertTrue(file(score, "xml").text().contains("<score-partwise"));
            assertTrue(MidiSystem.getSequence(
                                    new ByteArrayInputStream(file(score, "midi").bytes()))
                            .getTracks()
                            .length
                    > 0);
        }

        @Test
        void withItsDetailsInTheScore() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            Answer score = client.get("/scores/" + imported(pdf("a"), "sonata.pdf"));
            Answer upload = client.post("/scores", Map.of("data", new String(ANSWER, UTF_8)));
            assertAll(
                    () -> assertEquals("Supplied", score.at("/title")),
                    () -> assertEquals(upload.at("/numberMeasures"), score.at("/numberMeasures")),
                    () -> assertEquals(upload.at("/durationTime"), score.at("/durationTime")),
                    () -> assertEquals(
                            upload.json().at("/instruments"), score.json().at("/instruments")));
        }

        @Test
        void underTheTitleThatTheClientAsksFor() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            Answer task = client.importPdf(pdf("a"), Map.of("filename", "sonata.pdf", "title", "Mine"));
            String score = client.get("/tasks/" + task.at("/id")).at("/score");
            assertEquals("Mine", client.get("/scores/" + score).at("/title"));
        }

        @Test
        void correctedByTheDetailsStep() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            Answer job = omr.draft(Map.of("output", "musicxml", "interactiveSteps", List.of("details")));
            omr.add(job, pdf("a"), "sonata.pdf");
            omr.start(job);
            assertEquals("Supplied", omr.get(job).at("/pendingStep/data/title"));
            omr.submit(job, Map.of("step", "details", "title", "Corrected"));
            String xml = omr.export(job, "musicxml").text();
            assertTrue(xml.contains("Corrected"), xml);
            assertFalse(xml.contains("Supplied"), xml);
        }

        @Test
        void withThePictureOfItsNotes() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            String upload = client.post("/scores", Map.of("data", new String(ANSWER, UTF_8)))
                    .at("/id");
            assertArrayEquals(
                    file(upload, "thumbnail.png").bytes(),
                    file(imported(pdf("a"), "sonata.pdf"), "thumbnail.png").bytes());
        }

        @Test
        void andPaidForByThePagesOfTheDocument() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            int before = omr.credits();
            imported(pdf("a"), "sonata.pdf");
            assertEquals(before - 2, omr.credits());
        }

        @Test
        void againAfterTheFirstScoreOfItIsDeleted() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            client.delete("/scores/" + imported(pdf("a"), "sonata.pdf") + "?now=true");
            assertArrayEquals(
                    ANSWER, file(imported(pdf("a"), "sonata.pdf"), "xml").bytes());
        }
    }

    @Nested
    class AnAnswerDoesNot {
        @Test
        void reachOtherWorlds() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            FlatClient elsewhere = FlatClient.of(fermata.flatUrl(), "fermata_elsewhere_me");
            Answer task = elsewhere.importPdf(pdf("a"), Map.of("filename", "sonata.pdf"));
            String score = elsewhere.get("/tasks/" + task.at("/id")).at("/score");
            assertFalse(elsewhere
                    .get("/scores/" + score + "/revisions/last/xml")
                    .text()
                    .contains("Supplied"));
        }

        @Test
        void changeWhatWasRecognizedBefore() {
            String score = imported(pdf("a"), "sonata.pdf");
            byte[] before = file(score, "xml").bytes();
            fermata.answers().forName("sonata.pdf", ANSWER);
            assertArrayEquals(before, file(score, "xml").bytes());
            assertArrayEquals(
                    ANSWER, file(imported(pdf("a"), "sonata.pdf"), "xml").bytes());
        }

        @Test
        void changeWhenAnotherTakesItsPlace() {
            fermata.answers().forName("sonata.pdf", ANSWER);
            String first = imported(pdf("a"), "sonata.pdf");
            fermata.answers().forName("sonata.pdf", MusicXml.titled("Another").getBytes(UTF_8));
            assertArrayEquals(ANSWER, file(first, "xml").bytes());
            assertTrue(file(imported(pdf("a"), "sonata.pdf"), "xml").text().contains("Another"));
        }

        @Test
        void openAPdfThatIsLocked() {
            fermata.answers().forName("locked.pdf", ANSWER);
            Answer refused = client.importPdf(OddPdfs.encrypted("secret"), Map.of("filename", "locked.pdf"));
            assertEquals(400, refused.status());
        }
    }

    @Nested
    class AScoreIsRefused {
        private void assertRefused(byte[] score, String message) {
            var refused = assertThrows(
                    IllegalArgumentException.class, () -> fermata.answers().forName("sonata.pdf", score));
            assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
            assertEquals(0, fermata.world().documents().count());
        }

        @Test
        void thatIsNone() {
            assertRefused(pdf("a"), "not well-formed XML");
            assertRefused(new byte[0], "not well-formed XML");
            assertRefused("<html/>".getBytes(UTF_8), "its root element is <html>");
        }

        @Test
        void thatIsHostile() {
            assertRefused(HostileMusicXml.entityExpansion().getBytes(UTF_8), "declares entities");
        }

        @Test
        void forAHashThatIsNone() {
            assertThrows(IllegalArgumentException.class, () -> fermata.answers().forHash("cafe", ANSWER));
        }
    }

    @Nested
    class AFolder {
        @TempDir
        Path folder;

        private byte[] recognized(FermataOptions options, byte[] pdf, String name) {
            try (Fermata served = Fermata.start(options)) {
                FlatClient visitor = FlatClient.of(served.flatUrl(), "fermata_any-world_me");
                Answer task = visitor.importPdf(pdf, Map.of("filename", name));
                String score = visitor.get("/tasks/" + task.at("/id")).at("/score");
                return visitor.get("/scores/" + score + "/revisions/last/xml").bytes();
            }
        }

        private FermataOptions options() {
            return FermataOptions.builder().pace(Pace.INSTANT).answers(folder).build();
        }

        private void assertUnreadable(String message) {
            var refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> Fermata.start(options()).close());
            assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
        }

        @Test
        void answersByTheNameOfEachScoreInEveryWorld() throws IOException {
            Files.write(folder.resolve("op.27.musicxml"), ANSWER);
            assertArrayEquals(ANSWER, recognized(options(), pdf("a"), "op.27.pdf"));
        }

        @Test
        void answersByTheBytesOfADocumentBesideTheScore() throws IOException {
            Files.write(folder.resolve("sonata.mxl"), MusicXml.compressed(new String(ANSWER, UTF_8)));
            Files.write(folder.resolve("sonata.pdf"), pdf("a"));
            assertArrayEquals(ANSWER, recognized(options(), pdf("a"), ""));
        }

        @Test
        void answersByAHashForAName() throws Exception {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf("a")));
            Files.write(folder.resolve(hash + ".xml"), ANSWER);
            assertArrayEquals(ANSWER, recognized(options(), pdf("a"), ""));
        }

        @Test
        void saysWhichScoreCannotBeReadAndWhy() throws IOException {
            Files.writeString(folder.resolve("broken.musicxml"), "<score-partwise/>");
            assertUnreadable("broken.musicxml: ");
        }

        @Test
        void hasOneScoreForADocument() throws IOException {
            Files.write(folder.resolve("sonata.musicxml"), ANSWER);
            Files.write(folder.resolve("sonata.mid"), Midi.hello());
            assertUnreadable("answer the same document");
        }

        @Test
        void hasOneScoreForADocumentHoweverItsNameIsWritten() throws IOException {
            Files.write(folder.resolve(Normalizer.normalize("Prälude.mid", Normalizer.Form.NFD)), Midi.hello());
            Files.write(folder.resolve(Normalizer.normalize("Prälude.xml", Normalizer.Form.NFC)), ANSWER);
            assertUnreadable("answer the same document");
        }

        @Test
        void hasHiddenFilesThatAreNobodysBusiness() throws IOException {
            Files.write(folder.resolve("sonata.musicxml"), ANSWER);
            Files.writeString(folder.resolve("._sonata.musicxml"), "the system's own");
            assertArrayEquals(ANSWER, recognized(options(), pdf("a"), "sonata.pdf"));
        }

        @Test
        void isNotEmpty() {
            assertUnreadable("there is no score in " + folder);
        }

        @Test
        void isThere() {
            folder = folder.resolve("none");
            assertUnreadable(folder + " is none");
        }
    }
}
