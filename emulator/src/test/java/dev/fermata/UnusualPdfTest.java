package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.UnusualPdfs;
import dev.fermata.fixtures.hostile.HostilePdfs;
import dev.fermata.fixtures.raw.StreamCoding;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs that few programs write and all good readers open: they are accepted, and have as many pages as they have. */
class UnusualPdfTest {
    private static Fermata fermata;
    private static FlatClient flat;
    private static OmrClient omr;
    private static ScoreFlowClient scoreFlow;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).credits(1_000).build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(flat);
        scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    static Stream<Arguments> pdfs() {
        Stream<Arguments> codings = Arrays.stream(StreamCoding.values())
                .map(coding -> Arguments.of("its tree encoded as " + coding, 1, UnusualPdfs.inObjectStream(coding)));
        return Stream.concat(
                Stream.of(
                        Arguments.of(
                                "the head of a web page before it",
                                3,
                                UnusualPdfs.behind("<!DOCTYPE html>\n<html>\n<body>\n", 3)),
                        Arguments.of(
                                "a warning of PHP before it",
                                3,
                                UnusualPdfs.behind("<br />\n<b>Warning</b>: foo in <b>bar.php</b><br />\n", 3)),
                        Arguments.of(
                                "markup of 1,000 characters before it", 1, UnusualPdfs.behind("<x>".repeat(333), 1)),
                        Arguments.of("the header of old Acrobats", 1, UnusualPdfs.oldHeader()),
                        Arguments.of("the same page three times", 3, UnusualPdfs.samePage(3)),
                        Arguments.of("a page tree of some depth", 1, HostilePdfs.deepPageTree(1_000)),
                        Arguments.of("a page tree of great depth", 1, HostilePdfs.deepPageTree(10_000))),
                codings);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pdfs")
    void aPdfWith(String what, int pages, byte[] pdf) {
        Answer imported = flat.importPdf(pdf, Map.of());
        assertEquals(202, imported.status(), imported.text());
        assertEquals(
                pages, fermata.world().job(imported.at("/id")).orElseThrow().pages());
        assertEquals(202, scoreFlow.convert(pdf, "midi").status());
    }

    @Test
    void aPdfForTheHoldersOfCertificatesIsAsAnyProtectedOne() {
        byte[] pdf = OddPdfs.encryptedForCertificates(2);
        Answer refused = flat.importPdf(pdf, Map.of());
        assertEquals(400, refused.status(), refused.text());
        assertEquals("The PDF is password-protected", refused.at("/message"));
        assertEquals(400, scoreFlow.convert(pdf, "midi").status());
        Answer job = omr.oneShot(pdf, Map.of("files", List.of(OmrClient.file(pdf, "scan.pdf"))));
        assertEquals(202, job.status(), job.text());
        assertEquals("ENCRYPTED_PDF", omr.get(job).at("/errorCode"));
    }

    @Test
    void aTitleInUtf8IsReadAsSuch() {
        Answer imported = flat.importPdf(UnusualPdfs.utf8Title("Prélude à Łódź", ""), Map.of());
        Answer task = flat.get("/tasks/" + imported.at("/id"));
        Answer score = flat.get("/scores/" + task.at("/score"));
        assertEquals("Prélude à Łódź", score.at("/title"), score.text());
    }

    @Test
    void aScenarioIsAskedForByKeywordsInUtf8() {
        Answer imported = flat.importPdf(UnusualPdfs.utf8Title("Title", "fermata-scenario-encrypted"), Map.of());
        assertEquals("error", flat.get("/tasks/" + imported.at("/id")).at("/state"));
    }
}
