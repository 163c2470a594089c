package dev.fermata.testing.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads HTTP answers from a socket; written to cost little. */
public final class Http {
    /** What comes before the body of an answer. */
    public record Head(int status, List<String> lines) {
        /** The value of a header; empty when it is not there. */
        public String header(String name) {
            for (String line : lines) {
                if (line.length() > name.length()
                        && line.charAt(name.length()) == ':'
                        && line.regionMatches(true, 0, name, 0, name.length())) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }
    }

    private static final Pattern START = Pattern.compile("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?");

    private Http() {}

    /** Reads the head of an answer. */
    public static Head head(InputStream in) throws IOException {
        String start = line(in);
        if (!START.matcher(start).matches()) {
            throw new IOException("not the start of an answer: " + start);
        }
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return new Head(Integer.parseInt(start.substring(9, 12)), lines);
    }

    /** Passes the body of an answer over. */
    public static void skipBody(InputStream in, Head head) throws IOException {
        String length = head.header("Content-Length");
        if (!length.isEmpty()) {
            in.skipNBytes(Long.parseLong(length));
            return;
        }
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2L);
        }
        in.skipNBytes(2);
    }

    /** Reads the body of an answer, which ends by its length, by its last chunk or with the connection. */
    public static byte[] body(InputStream in, Head head) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return new byte[0];
        }
        String length = head.header("Content-Length");
        if (!length.isEmpty()) {
            return exactly(in, Integer.parseInt(length));
        }
        if (!head.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.writeBytes(exactly(in, size));
            in.skipNBytes(2);
        }
        in.skipNBytes(2);
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the server hung up in the middle of a body");
        }
        return bytes;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server hung up");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
