package dev.fermata.demo;

import dev.fermata.Fermata;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * What all acts of the demo play with.
 *
 * @param fermata the emulator
 * @param stage what is seen
 * @param sheet the PDF
 * @param out where the results are written
 */
public record Scene(Fermata fermata, Stage stage, Sheet sheet, Path out) {
    static final int POLL_MILLIS = 100;

    /** A client of either vendor. */
    Visitor visitor() {
        return new Visitor(stage, sheet, "fermata_default_demo");
    }

    /** One of Flat's paths. */
    URI flat(String path) {
        return URI.create(fermata.flatUrl() + path);
    }

    /** What the visitor has left with Flat. */
    int flatCredits() throws IOException, InterruptedException {
        return visitor()
                .poll(flat("/omr/capabilities"))
                .path("remainingCredits")
                .asInt();
    }

    /** A file among the results, named after the PDF. */
    Path result(String extension) {
        return out.resolve(sheet.baseName() + extension);
    }
}
