package dev.fermata.contracts.example;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The smallest valid files, so that a pact with dozens of them stays readable. */
public final class SmallFiles {
    /** A document with one empty page. */
    public static final byte[] PDF = ascii("""
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """);

    /** The same in Base64, for JSON. */
    public static final String PDF_IN_BASE64 = Base64.getEncoder().encodeToString(PDF);

    /** A measure of rest. */
    public static final String MUSICXML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <score-partwise version="4.0">
              <part-list><score-part id="P1"><part-name>Flute</part-name></score-part></part-list>
              <part id="P1"><measure number="1">
                <attributes><divisions>1</divisions><time><beats>4</beats><beat-type>4</beat-type></time></attributes>
                <note><rest/><duration>4</duration></note>
              </measure></part>
            </score-partwise>
            """;

    /** A header and an empty track. */
    public static final byte[] MIDI = Base64.getDecoder().decode("TVRoZAAAAAYAAAABAGBNVHJrAAAABAD/LwA=");

    /** One pixel. */
    public static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTaGnwAAAABJRU5ErkJggg==");

    /** The start of an archive is enough to recognize it. */
    public static final byte[] ZIP = Base64.getDecoder().decode("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==");

    private SmallFiles() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
