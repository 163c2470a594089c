package dev.fermata.demo;

import dev.fermata.Fermata;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * What all parts of the demo need.
 *
 * @param fermata the emulator
 * @param stage the terminal output
 * @param sheet the PDF
 * @param out the folder for the results
 */
public record Scene(Fermata fermata, Stage stage, Sheet sheet, Path out) {
    static final int POLL_MILLIS = 100;

    /** A client for either vendor. */
    Visitor visitor() {
        return new Visitor(stage, sheet, "fermata_default_demo");
    }

    /** The URL of a path at Flat. */
    URI flat(String path) {
        return URI.create(fermata.flatUrl() + path);
    }

    /** The client's remaining credits at Flat. */
    int flatCredits() throws IOException, InterruptedException {
        return visitor()
                .poll(flat("/omr/capabilities"))
                .path("remainingCredits")
                .asInt();
    }

    /** A result file, named after the PDF. */
    Path result(String extension) {
        return out.resolve(sheet.baseName() + extension);
    }
}
