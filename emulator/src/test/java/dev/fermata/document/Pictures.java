package dev.fermata.document;

import static dev.fermata.document.facts.Facts.Format.BMP;
import static dev.fermata.document.facts.Facts.Format.GIF;
import static dev.fermata.document.facts.Facts.Format.HEIC;
import static dev.fermata.document.facts.Facts.Format.JPEG;
import static dev.fermata.document.facts.Facts.Format.PNG;
import static dev.fermata.document.facts.Facts.Format.TIFF;
import static dev.fermata.document.facts.Facts.Format.WEBP;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fermata.document.facts.Facts;
import dev.fermata.fixtures.SheetImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Pictures of sheet music, whole and in pieces, and what a world makes of them. */
final class Pictures {
    /** Far more than any of it takes; here only so that a hang is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Pictures() {}

    /** Format, pages, bytes. */
    static List<Arguments> sheets() {
        return List.of(
                Arguments.of(PNG, 1, SheetImages.png()),
                Arguments.of(JPEG, 1, SheetImages.jpeg()),
                Arguments.of(BMP, 1, SheetImages.bmp()),
                Arguments.of(TIFF, 1, SheetImages.tiff(1)),
                Arguments.of(TIFF, 3, SheetImages.tiff(3)),
                Arguments.of(TIFF, 3, SheetImages.bigTiff(3)),
                Arguments.of(GIF, 1, SheetImages.gif(1)),
                Arguments.of(GIF, 3, SheetImages.gif(3)),
                Arguments.of(WEBP, 1, SheetImages.webp()),
                Arguments.of(WEBP, 1, SheetImages.webp(1)),
                Arguments.of(WEBP, 3, SheetImages.webp(3)),
                Arguments.of(HEIC, 1, SheetImages.heic()));
    }

    static Facts facts(Documents documents, byte[] bytes) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(bytes);
            return assertTimeoutPreemptively(PATIENCE, upload::facts);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
