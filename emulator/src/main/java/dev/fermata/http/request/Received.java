package dev.fermata.http.request;

import dev.fermata.http.spool.Spool;
import dev.fermata.http.spool.Spool.SpoolException;
import dev.fermata.http.spool.StoredBytes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What has been received of a request's body, and how that ended. It goes with the request, or earlier. */
public final class Received implements AutoCloseable {
    /** The attribute of a request that holds what was received of it. */
    public static final String ATTRIBUTE = "fermata.received";

    private static final int CHUNK = 64 * 1024;

    private enum End {
        /** It has not been asked for yet; its first reader reads the request. */
        OPEN,
        COMPLETE,
        TOO_LARGE,
        CUT_OFF,
        NOT_STORED
    }

    private final StoredBytes.Room room;
    private final Spool spool;
    private StoredBytes bytes;
    private boolean decoded;
    private volatile boolean closed;
    private End end = End.OPEN;
    private @Nullable SpoolException notStored;

    /** Nothing of a body that announces this length, -1 for none. */
    public Received(StoredBytes.Room room, long announced, Spool spool) {
        this.room = room;
        this.spool = spool;
        this.bytes = new StoredBytes(room, announced, spool);
    }

    /** What was received of a request; empty if it has no body. */
    public static Optional<Received> of(HttpServletRequest request) {
        return Optional.ofNullable((Received) request.getAttribute(ATTRIBUTE));
    }

    /** Whether it still is to be read from the request. */
    public boolean isOpen() {
        return end == End.OPEN;
    }

    public long length() {
        return bytes.length();
    }

    CRC32C checksum() {
        return bytes.checksum();
    }

    /** Takes more of the body in, unless that has failed before. */
    public void take(ByteBuffer more) {
        if (end == End.OPEN) {
            try {
                bytes.add(more);
            } catch (SpoolException full) {
                drop(End.NOT_STORED);
                notStored = full;
            }
        }
    }

    /** All has come. */
    public void complete() {
        if (end == End.OPEN) {
            try {
                bytes.complete();
                end = End.COMPLETE;
            } catch (SpoolException full) {
                drop(End.NOT_STORED);
                notStored = full;
            }
        }
    }

    /** It is larger than any operation allows. */
    public void tooLarge() {
        drop(End.TOO_LARGE);
    }

    /** It ended too early. */
    public void cutOff() {
        drop(End.CUT_OFF);
    }

    /** Reads all of an open one. A thread waits meanwhile. */
    void readFrom(InputStream in, long mostBytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                take(ByteBuffer.wrap(chunk, 0, n));
                if (length() > mostBytes) {
                    tooLarge();
                    return;
                }
            }
            complete();
        } catch (EOFException cutOff) {
            cutOff();
        }
    }

    /**
     * Checks that all of it is here.
     *
     * @throws BadBody if it is longer than {@code mostBytes}, or ended before its announced length
     * @throws SpoolException if the server could not store it
     */
    public void check(long mostBytes) {
        if (notStored != null) {
            throw notStored;
        }
        if (end == End.TOO_LARGE || length() > mostBytes) {
            throw BadBody.tooLarge();
        }
        if (end == End.CUT_OFF) {
            throw new BadBody(BadBody.Kind.INCOMPLETE, "The request ended before its announced length");
        }
    }

    /**
     * Puts the bytes in the place of all that is here which it stands for.
     *
     * @param mostBytes how many that may be
     * @throws BadBody if it is more, or not in these codings
     */
    void decode(List<String> codings, long mostBytes) throws IOException {
        if (codings.isEmpty() || decoded) {
            return;
        }
        StoredBytes plain = new StoredBytes(room, -1, spool);
        try (InputStream in = ContentCoding.decoded(bytes.open(0), codings, mostBytes)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                plain.add(ByteBuffer.wrap(chunk, 0, n));
            }
            plain.complete();
        } catch (ZipException | EOFException malformed) {
            plain.close();
            throw new BadBody(
                    BadBody.Kind.MALFORMED, "The body is not valid " + String.join(", ", codings) + ", or cut off");
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
        bytes.close();
        bytes = plain;
        decoded = true;
    }

    /** Reads on from {@code offset}. */
    public InputStream open(long offset) throws IOException {
        return bytes.open(offset);
    }

    /** Whether it has been forgotten. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        bytes.close();
    }

    private void drop(End why) {
        if (end == End.OPEN) {
            end = why;
            try {
                bytes.close();
            } catch (IOException leftBehind) {
                // The folder is removed with all that is left in it when the server stops.
            }
        }
    }
}
