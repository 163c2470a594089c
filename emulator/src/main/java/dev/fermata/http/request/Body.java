package dev.fermata.http.request;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of a request: small ones in memory, large ones on disk, none for longer than the request.
 *
 * <p>They can be read again from any place, so that a file of megabytes inside of JSON need not become a string.
 */
public final class Body implements AutoCloseable {
    /** What a coding adds to bytes that it cannot make fewer. */
    private static final int ROOM_FOR_CODINGS = 1024;

    private static final String SUMMARY = "fermata.body";

    /**
     * What is known of a body that has been received.
     *
     * @param bytes its length, without content codings
     * @param checksum its CRC-32C
     */
    public record Summary(long bytes, long checksum) {}

    private final Optional<Received> received;

    private Body(Optional<Received> received) {
        this.received = received;
    }

    /**
     * Takes the body of a request, which has been received before, or is now, without its content codings.
     *
     * @param mostBytes how long it may be
     * @throws BadBody if it is longer, or ends before its announced length
     */
    public static Body receive(Context ctx, long mostBytes) throws IOException {
        Optional<Received> received = received(ctx, mostBytes);
        ctx.attribute(
                SUMMARY,
                new Summary(
                        received.map(Received::length).orElse(0L),
                        received.map(Received::checksum).orElseGet(CRC32C::new).getValue()));
        return new Body(received);
    }

    /** What is known of the body of a request, once {@link #receive} has taken it. */
    public static Optional<Summary> summaryOf(Context ctx) {
        return Optional.ofNullable(ctx.attribute(SUMMARY));
    }

    /** What was received of a request, all of it; empty if it has no body. */
    static Optional<Received> received(Context ctx, long mostBytes) throws IOException {
        Optional<Received> received = Received.of(ctx.req());
        if (received.isEmpty()) {
            return received;
        }
        List<String> codings = ContentCoding.in(
                Optional.ofNullable(ctx.header("Content-Encoding")).orElse(""));
        long mostEncoded = codings.isEmpty() ? mostBytes : mostBytes + mostBytes / 100 + ROOM_FOR_CODINGS;
        if (ctx.req().getContentLengthLong() > mostEncoded) {
            throw BadBody.tooLarge();
        }
        if (received.get().isOpen()) {
            received.get().readFrom(ctx.bodyInputStream(), mostEncoded);
        }
        received.get().check(mostEncoded);
        received.get().decode(codings, mostBytes);
        return received;
    }

    /** Reads on from {@code offset}. */
    public InputStream open(long offset) throws IOException {
        return received.isPresent() ? received.get().open(offset) : InputStream.nullInputStream();
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return received.isEmpty() || received.get().length() == 0;
    }

    @Override
    public void close() throws IOException {
        if (received.isPresent()) {
            received.get().close();
        }
    }
}
