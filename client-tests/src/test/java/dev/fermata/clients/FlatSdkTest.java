package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flat's official SDK for JavaScript, npm {@code flat-api}. */
class FlatSdkTest {
    private static final String PDF = Base64.getEncoder()
            .encodeToString(SheetMusic.of("Patience").pages(2).pdf());

    private static String run(String script, FermataOptions.Builder options) throws IOException, InterruptedException {
        try (Fermata fermata = Fermata.start(options.build());
                SpecProxy proxy = new SpecProxy(fermata.flatUrl())) {
            String said = NodeClient.run(
                    script,
                    Map.of(
                            "FLAT_URL",
                            proxy.url(),
                            "FLAT_TOKEN",
                            "fermata_default_sdk",
                            "PDF_BASE64",
                            PDF,
                            "MUSICXML",
                            MusicXml.hello()));
            proxy.assertFaultless();
            return said;
        }
    }

    @Test
    void importsAPdfFollowsTheTaskAndExportsTheScore() throws Exception {
        String said = run("flat-sdk-import.mjs", FermataOptions.builder());
        assertTrue(said.contains("imported "), said);
    }

    @Test
    void waitsOutARateLimitThatResetsWithinTwoSeconds() throws Exception {
        FlatOptions three = FlatOptions.defaults().withRequests(new RateLimit.Rule(3, Duration.ofSeconds(1)));
        String said = run("flat-sdk-rate-limit.mjs", FermataOptions.builder().flat(three));
        assertTrue(said.contains("waited out "), said);
    }

    @Test
    void createsReadsEditsExportsAndDeletesAScore() throws Exception {
        String said = run("flat-sdk-scores.mjs", FermataOptions.builder());
        assertTrue(said.contains("from its beginning to its end"), said);
    }

    @Test
    void tellsTheErrorsApart() throws Exception {
        String said = run("flat-sdk-errors.mjs", FermataOptions.builder().credits(0));
        assertTrue(said.contains("told four errors apart"), said);
    }
}
