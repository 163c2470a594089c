package dev.fermata.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an operation answers. Immutable. */
public final class Reply implements Answer {
    private static final byte[] NOTHING = {};

    private final int status;
    private final String contentType;
    private final byte[] content;
    private final Map<String, String> headers;

    private Reply(int status, String contentType, byte[] content, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.content = content;
        this.headers = headers;
    }

    /** A wire record as JSON. */
    public static Reply json(int status, Object wire) {
        return json(status, "application/json", wire);
    }

    /** A wire record as JSON of a more special media type. */
    public static Reply json(int status, String contentType, Object wire) {
        return new Reply(status, contentType, Json.write(wire), Map.of());
    }

    /** A file. */
    public static Reply file(String contentType, byte[] content) {
        return new Reply(200, contentType, content, Map.of());
    }

    /** No content: 204. */
    public static Reply nothing() {
        return new Reply(204, "", NOTHING, Map.of());
    }

    /** The same with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, content, more);
    }

    public int status() {
        return status;
    }

    /** Its media type; empty when there is no content. */
    String contentType() {
        return contentType;
    }

    byte[] content() {
        return content;
    }

    Map<String, String> headers() {
        return headers;
    }
}
