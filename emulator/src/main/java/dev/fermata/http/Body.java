package dev.fermata.http;

import dev.fermata.document.StorageException;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of a request: small ones in memory, large ones on disk, none for longer than the request.
 *
 * <p>They can be read again from any place, so that a file of megabytes inside of JSON need not become a string.
 */
public final class Body implements AutoCloseable {
    private static final int MOST_IN_MEMORY = 512 * 1024;
    private static final long MOST_DRAINED = 512L << 20;

    private final byte[] memory;
    private final Optional<Path> file;

    private Body(byte[] memory, Optional<Path> file) {
        this.memory = memory;
        this.file = file;
    }

    /**
     * Reads the body of a request.
     *
     * @param mostBytes how long it may be
     * @param spool the folder for a long one
     * @throws BadBody if it is longer, or ends before its announced length
     */
    public static Body receive(Context ctx, long mostBytes, Path spool) throws IOException {
        InputStream in = ctx.bodyInputStream();
        long announced = refuseAnnounced(ctx, mostBytes);
        try {
            byte[] start = announced >= 0
                    ? in.readNBytes((int) Math.min(announced, MOST_IN_MEMORY + 1))
                    : in.readNBytes(MOST_IN_MEMORY + 1);
            CRC32C checksum = new CRC32C();
            checksum.update(start);
            if (start.length <= MOST_IN_MEMORY) {
                Exchange.received(ctx, start.length, checksum);
                return new Body(start, Optional.empty());
            }
            Path file = spill(start, in, mostBytes, spool, checksum);
            Exchange.received(ctx, Files.size(file), checksum);
            return new Body(new byte[0], Optional.of(file));
        } catch (EOFException cutOff) {
            throw new BadBody(BadBody.Kind.INCOMPLETE, "The request ended before its announced length");
        }
    }

    /**
     * Refuses a request that announces more than {@code mostBytes}; answers what it announces, -1 for nothing.
     *
     * @throws BadBody if it does
     */
    static long refuseAnnounced(Context ctx, long mostBytes) throws IOException {
        long announced = ctx.req().getContentLengthLong();
        if (announced > mostBytes) {
            throw tooLarge();
        }
        return announced;
    }

    /** Reads on from {@code offset}. */
    public InputStream open(long offset) throws IOException {
        if (file.isEmpty()) {
            return new ByteArrayInputStream(memory, (int) offset, memory.length - (int) offset);
        }
        FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(offset));
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return file.isEmpty() && memory.length == 0;
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private static Path spill(byte[] start, InputStream rest, long mostBytes, Path spool, CRC32C checksum)
            throws IOException {
        Path file = newFile(spool);
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, start, start.length);
            byte[] buffer = new byte[64 * 1024];
            long total = start.length;
            for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
                total += n;
                if (total > mostBytes) {
                    throw tooLarge();
                }
                write(out, buffer, n);
                checksum.update(buffer, 0, n);
            }
            return file;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static Path newFile(Path spool) {
        try {
            return Files.createTempFile(spool, "body-", "");
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    /**
     * Reads what is left of a request that is about to be answered: a client that is still sending when the connection
     * closes sees it broken, and never the answer. One that asked whether to send at all is told by the answer.
     */
    static void drain(Context ctx) {
        boolean sends = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        if (!sends || ctx.header("Expect") != null) {
            return;
        }
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = ctx.bodyInputStream();
            long left = MOST_DRAINED;
            for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
                left -= n;
            }
        } catch (IOException | RuntimeException gone) {
            // What could not be read to its end cannot be followed by another request either.
            ctx.header("Connection", "close");
        }
    }

    private static BadBody tooLarge() {
        return new BadBody(BadBody.Kind.TOO_LARGE, "The request is too large");
    }
}
