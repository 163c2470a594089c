package dev.fermata.clients;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** A script that uses Fermata as Flat; every answer is validated. */
final class FlatScript {
    private static final String PDF = Base64.getEncoder()
            .encodeToString(SheetMusic.of("Patience").pages(2).pdf());

    private FlatScript() {}

    /** Runs a script of {@code clients/}, which must succeed; returns its output. */
    static String run(String script, FermataOptions.Builder options) throws IOException, InterruptedException {
        try (Fermata fermata = Fermata.start(options.build());
                SpecProxy proxy = new SpecProxy(fermata.flatUrl())) {
            String said = NodeClient.run(
                    script,
                    Map.of(
                            "FLAT_URL",
                            proxy.url(),
                            "FLAT_DIRECT",
                            fermata.flatUrl().toString(),
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
}
