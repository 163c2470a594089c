package dev.fermata.http.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * A file that a client put into a JSON string, as text or as Base64: known by its place in the body, and streamed from
 * there, so that it is never a string in memory.
 */
@JsonDeserialize(using = EmbeddedFile.Reader.class)
public final class EmbeddedFile {
    private static final int CHUNK = 64 * 1024;
    private static final int ROOM_AROUND = 1 << 20;

    private final Body body;
    private final long offset;

    EmbeddedFile(Body body, long offset) {
        this.body = body;
        this.offset = offset;
    }

    /** The largest request that holds a file of this size in Base64, in bytes. */
    public static long mostRequestBytes(long fileBytes) {
        return fileBytes / 3 * 4 + ROOM_AROUND;
    }

    /** Writes the string as UTF-8. */
    public void writeText(OutputStream out) throws IOException {
        try (InputStream text = open()) {
            text.transferTo(out);
        }
    }

    /**
     * Writes the bytes that the string stands for in Base64. White space inside is passed over, as some encoders break
     * their lines.
     *
     * @throws BadBody if it is not Base64
     */
    public void writeDecoded(OutputStream out, String param) throws IOException {
        byte[] digits = new byte[CHUNK];
        int count = 0;
        try (InputStream text = open()) {
            byte[] read = new byte[CHUNK];
            for (int n = text.read(read, 0, CHUNK - count); n >= 0; n = text.read(read, 0, CHUNK - count)) {
                for (int i = 0; i < n; i++) {
                    if (read[i] > ' ' || read[i] < 0) {
                        digits[count++] = read[i];
                    }
                }
                if (count == CHUNK) {
                    out.write(decode(digits, param));
                    count = 0;
                }
            }
        }
        out.write(decode(Arrays.copyOf(digits, count), param));
    }

    private static byte[] decode(byte[] digits, String param) {
        try {
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException broken) {
            throw new BadBody(BadBody.Kind.MALFORMED, "The data is not valid Base64", param);
        }
    }

    private InputStream open() throws IOException {
        return new JsonString(new BufferedInputStream(body.open(offset), CHUNK));
    }

    /** Remembers where the string is and lets the parser skip it. */
    static final class Reader extends StdDeserializer<EmbeddedFile> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(EmbeddedFile.class);
        }

        @Override
        public EmbeddedFile deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (EmbeddedFile) context.handleUnexpectedToken(EmbeddedFile.class, parser);
            }
            Body body = (Body) context.getAttribute(Body.class);
            long offset = parser.currentTokenLocation().getByteOffset();
            if (offset < 0) {
                // A parser of another encoding than UTF-8 counts characters, not bytes.
                return context.reportInputMismatch(this, "not JSON in UTF-8");
            }
            return new EmbeddedFile(body, offset);
        }
    }
}
