package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Query;
import dev.fermata.junit.FermataExtension;
import dev.fermata.junit.TestWorld;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that name a scenario: in their file name, or in their keywords with any file name. */
class MagicDocumentTest {
    private static final byte[] PLAIN = SheetMusic.untitled().pdf();

    @RegisterExtension
    static final FermataExtension FERMATA =
            FermataExtension.with(FermataOptions.builder().pace(Pace.INSTANT).build());

    private final TestWorld world;
    private final FlatClient flat;
    private final OmrClient omr;
    private final ScoreFlowClient scoreFlow;

    MagicDocumentTest(TestWorld world) {
        this.world = world;
        flat = FlatClient.of(world.flatUrl(), world.token());
        omr = new OmrClient(flat);
        scoreFlow = ScoreFlowClient.of(world.scoreFlowUrl(), world.token());
    }

    private static byte[] asking(String scenario) {
        return SheetMusic.untitled()
                .keywords("piano, fermata-scenario-" + scenario)
                .pdf();
    }

    @ParameterizedTest
    @CsvSource({"tablature, UNSUPPORTED_TABLATURE", "no-music, NO_MUSIC_DETECTED"})
    void aJobFailsAsItsDocumentAsks(String scenario, String code) {
        assertEquals(code, omr.get(omr.oneShot(asking(scenario), Map.of())).at("/errorCode"));
    }

    @Test
    void aConversionFailsAsItsDocumentAsks() {
        Answer accepted = scoreFlow.convert(asking("engine-timeout"), "midi");
        assertEquals("failed", scoreFlow.status(accepted.at("/conversionId")).at("/status"), accepted.toString());
    }

    @Test
    void anImportIsRefusedAsItsDocumentAsks() {
        assertEquals(402, flat.importPdf(asking("quota-reached"), Map.of()).status());
        assertEquals(503, flat.importPdf(asking("error-503"), Map.of()).status());
    }

    @Test
    void theNameOfADocumentIsEnough() {
        Answer refused = flat.importPdf(PLAIN, Map.of("filename", "fermata-scenario-error-409.pdf"));
        assertEquals(409, refused.status());
        assertEquals(202, flat.importPdf(PLAIN, Map.of("filename", "plain.pdf")).status());
    }

    @Test
    void theNameWinsOverTheKeywords() {
        Answer refused = flat.importPdf(asking("error-503"), Map.of("filename", "fermata-scenario-error-409.pdf"));
        assertEquals(409, refused.status());
    }

    @Test
    void theDocumentWinsOverScenariosForAll() {
        world.scenarios().play("corrupted");
        assertEquals(
                "UNSUPPORTED_TABLATURE",
                omr.get(omr.oneShot(asking("tablature"), Map.of())).at("/errorCode"));
        assertEquals("CORRUPTED_FILE", omr.get(omr.oneShot(PLAIN, Map.of())).at("/errorCode"));
    }

    @Test
    void anErrorForAllComesBeforeTheDocumentIsRead() {
        world.scenarios().play("error-409");
        assertEquals(409, flat.importPdf(asking("error-503"), Map.of()).status());
    }

    @Test
    void anUnknownScenarioIsIgnored() {
        assertEquals(202, flat.importPdf(asking("nothing-like-that"), Map.of()).status());
    }

    @Test
    void theJournalNamesTheScenario() {
        flat.importPdf(asking("error-503"), Map.of());
        String line = world.journal().find(Query.ALL).get(0).toString();
        assertTrue(line.endsWith("503 (error-503)"), line);
    }
}
