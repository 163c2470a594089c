package dev.fermata.http.request;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The content of one JSON string, as UTF-8 bytes without its quotes and escapes. The string has been through a parser
 * before, so that it is well formed is taken for granted here.
 */
final class JsonString extends InputStream {
    private final InputStream in;
    private byte[] pending = new byte[0];
    private int pendingAt;
    private boolean ended;

    /** Begins at the opening quote. */
    JsonString(InputStream in) throws IOException {
        this.in = in;
        if (in.read() != '"') {
            throw new BadBody(BadBody.Kind.MALFORMED, "The request is not JSON in UTF-8");
        }
    }

    @Override
    public int read() throws IOException {
        if (pendingAt < pending.length) {
            return pending[pendingAt++] & 0xFF;
        }
        if (ended) {
            return -1;
        }
        int b = in.read();
        switch (b) {
            case '"' -> {
                ended = true;
                return -1;
            }
            case '\\' -> {
                pending = unescaped();
                pendingAt = 0;
                return read();
            }
            case -1 -> throw new EOFException("the string has no end");
            default -> {
                return b;
            }
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                break;
            }
            into[offset + count++] = (byte) b;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] unescaped() throws IOException {
        int escape = in.read();
        return switch (escape) {
            case 'n' -> new byte[] {'\n'};
            case 'r' -> new byte[] {'\r'};
            case 't' -> new byte[] {'\t'};
            case 'b' -> new byte[] {'\b'};
            case 'f' -> new byte[] {'\f'};
            case 'u' -> unicode();
            default -> new byte[] {(byte) escape};
        };
    }

    /** A code unit, and the second of its pair where it needs one. */
    private byte[] unicode() throws IOException {
        char unit = codeUnit();
        if (!Character.isHighSurrogate(unit)) {
            return String.valueOf(unit).getBytes(StandardCharsets.UTF_8);
        }
        if (in.read() != '\\' || in.read() != 'u') {
            throw new BadBody(BadBody.Kind.MALFORMED, "The request has half a character in a string");
        }
        return new String(new char[] {unit, codeUnit()}).getBytes(StandardCharsets.UTF_8);
    }

    private char codeUnit() throws IOException {
        return (char) Integer.parseInt(new String(in.readNBytes(4), StandardCharsets.US_ASCII), 16);
    }
}
