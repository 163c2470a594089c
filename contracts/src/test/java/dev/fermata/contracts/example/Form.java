package dev.fermata.contracts.example;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A form with a text and a PDF, as HTTP libraries write it, except for the boundary.
 *
 * @param type the text
 * @param fileName empty for a form without a file
 */
public record Form(String type, String fileName) {
    private static final String BOUNDARY = "fermata-boundary";

    /** The type of the body for its header. */
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    /** A pattern for the header of any library. */
    static final String ANY_CONTENT_TYPE = "multipart/form-data;\\s*boundary=.+";

    /** The body, with its boundary. */
    public byte[] bytes() {
        var body = new ByteArrayOutputStream();
        part(body, "form-data; name=\"type\"", "", type.getBytes(StandardCharsets.UTF_8));
        if (!fileName.isEmpty()) {
            part(
                    body,
                    "form-data; name=\"pdf\"; filename=\"" + fileName + "\"",
                    "Content-Type: application/pdf\r\n",
                    SmallFiles.PDF);
        }
        body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n" + type + "\r\n"));
        body.writeBytes(content);
        body.writeBytes(ascii("\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
