package dev.fermata.http.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content codings of a request's body, as {@code gzip} or {@code deflate, gzip}. */
final class ContentCoding {
    private static final int MOST_CODINGS = 4;
    private static final int LONGEST_NAME = 40;

    private ContentCoding() {}

    /**
     * The codings in a header {@code Content-Encoding}, in the order in which they were applied.
     *
     * @throws BadBody if one of them is unknown
     */
    static List<String> in(String header) {
        List<String> codings = new ArrayList<>();
        for (String name : header.split(",", -1)) {
            String coding = name.strip().toLowerCase(Locale.ROOT);
            switch (coding) {
                case "", "identity" -> {}
                case "gzip", "x-gzip" -> codings.add("gzip");
                case "deflate" -> codings.add("deflate");
                default ->
                    throw unsupported("The content coding " + cut(name.strip())
                            + " is not supported; gzip, deflate and identity are");
            }
        }
        if (codings.size() > MOST_CODINGS) {
            throw unsupported("A body may have at most " + MOST_CODINGS + " content codings, had " + codings.size());
        }
        return codings;
    }

    /** Undoes the codings of a body; reading fails with {@link BadBody} where one of them yields too many bytes. */
    static InputStream decoded(InputStream encoded, List<String> codings, long mostBytes) throws IOException {
        List<String> lastFirst = new ArrayList<>(codings);
        Collections.reverse(lastFirst);
        InputStream decoded = encoded;
        for (String coding : lastFirst) {
            InputStream layer = coding.equals("gzip") ? new GZIPInputStream(decoded) : inflated(decoded);
            decoded = new Bounded(layer, mostBytes);
        }
        return decoded;
    }

    /** The standard has a header of zlib before the data; many clients leave it out. */
    private static InputStream inflated(InputStream deflated) throws IOException {
        PushbackInputStream in = new PushbackInputStream(deflated, 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean hasHeader =
                start.length == 2 && (start[0] & 0x0F) == 8 && (((start[0] & 0xFF) << 8) | (start[1] & 0xFF)) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!hasHeader));
    }

    private static BadBody unsupported(String message) {
        return new BadBody(BadBody.Kind.UNSUPPORTED_CODING, message);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** A few bytes may stand for gigabytes. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long mostBytes) {
            super(in);
            this.left = mostBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw BadBody.tooLarge();
            }
            return count;
        }
    }
}
