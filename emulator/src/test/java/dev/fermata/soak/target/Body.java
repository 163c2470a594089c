package dev.fermata.soak.target;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a request, with the headers that belong to it. */
public final class Body {
    /** No body. */
    public static final Body NONE = new Body(Map.of(), new byte[0]);

    private static final String BOUNDARY = "----fermata-soak";

    private final Map<String, String> headers;
    private final byte[] bytes;

    private Body(Map<String, String> headers, byte[] bytes) {
        this.headers = headers;
        this.bytes = bytes;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** A text that says it is JSON. */
    public static Body json(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that say they are JSON. */
    public static Body json(byte[] bytes) {
        return new Body(Map.of("Content-Type", "application/json"), bytes);
    }

    /** The import of a PDF into Flat. */
    public static Body flatImport(byte[] pdf) {
        return json("{\"filename\":\"soak.pdf\",\"dataEncoding\":\"base64\",\"supportsTasks\":true,\"data\":\""
                + base64(pdf) + "\"}");
    }

    /** An OMR job of Flat's, started at once. */
    public static Body flatJob(byte[] pdf) {
        return json("{\"output\":\"musicxml\",\"autoStart\":true,\"files\":[{\"filename\":\"soak.pdf\",\"file\":\""
                + base64(pdf) + "\"}]}");
    }

    /** A conversion of ScoreFlow's. */
    public static Body conversion(byte[] pdf) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"pdf\"; filename=\"soak.pdf\""
                        + "\r\nContent-Type: application/pdf\r\n\r\n"));
        form.writeBytes(pdf);
        form.writeBytes(ascii("\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nmidi\r\n--" + BOUNDARY + "--\r\n"));
        return new Body(Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY), form.toByteArray());
    }

    /** The same with one header more. */
    public Body with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Body(more, bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
