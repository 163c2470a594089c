package dev.fermata.http.spool;

import dev.fermata.http.spool.Spool.SpoolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Bytes of unknown number: few in memory, as long as there is room for them; many in a file. */
public final class StoredBytes implements AutoCloseable {
    private static final int MOST_IN_MEMORY = 512 * 1024;
    private static final int FIRST_CAPACITY = 8 * 1024;

    /** How much memory all bodies together may take. */
    public static final class Room {
        private final long most;
        private final AtomicLong taken = new AtomicLong();

        public Room(long most) {
            this.most = most;
        }

        public boolean take(long bytes) {
            if (taken.addAndGet(bytes) <= most) {
                return true;
            }
            taken.addAndGet(-bytes);
            return false;
        }

        public void giveBack(long bytes) {
            taken.addAndGet(-bytes);
        }
    }

    private final Room room;
    private final long announced;
    private final Spool spool;
    private final CRC32C checksum = new CRC32C();
    private byte[] memory = new byte[0];
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long length;
    private boolean closed;

    /**
     * No bytes yet.
     *
     * @param announced how many there will be, as far as is known; -1 if it is not
     * @param spool where many will be in a file
     */
    public StoredBytes(Room room, long announced, Spool spool) {
        this.room = room;
        this.announced = announced;
        this.spool = spool;
    }

    public long length() {
        return length;
    }

    public CRC32C checksum() {
        return checksum;
    }

    /** Adds all bytes of a buffer. Throws {@link SpoolException} if they cannot be written. */
    public void add(ByteBuffer bytes) {
        checksum.update(bytes.duplicate());
        try {
            write(bytes);
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        if (channel == null && !fits(count)) {
            spill();
        }
        if (channel == null) {
            bytes.get(memory, (int) length, count);
        } else {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        length += count;
    }

    /** All bytes have been added. Throws {@link SpoolException} if they could not be written. */
    public void complete() {
        try {
            closeChannel();
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    private void closeChannel() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /** Reads on from {@code offset}. */
    public InputStream open(long offset) throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory, (int) offset, (int) (length - offset));
        }
        FileChannel read = FileChannel.open(file, StandardOpenOption.READ);
        return Channels.newInputStream(read.position(offset));
    }

    /** Forgets them; a second time does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        room.giveBack(memory.length);
        memory = new byte[0];
        closeChannel();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private boolean fits(int more) {
        long wanted = length + more;
        if (Math.max(wanted, announced) > MOST_IN_MEMORY) {
            return false;
        }
        if (wanted <= memory.length) {
            return true;
        }
        int capacity = (int) Math.min(MOST_IN_MEMORY, Math.max(wanted, Math.max(FIRST_CAPACITY, memory.length * 2L)));
        if (!room.take(capacity - memory.length)) {
            return false;
        }
        memory = Arrays.copyOf(memory, capacity);
        return true;
    }

    private void spill() throws IOException {
        Path created = spool.newFile("body-");
        file = created;
        FileChannel opened = FileChannel.open(created, StandardOpenOption.WRITE);
        channel = opened;
        ByteBuffer start = ByteBuffer.wrap(memory, 0, (int) length);
        while (start.hasRemaining()) {
            opened.write(start);
        }
        room.giveBack(memory.length);
        memory = new byte[0];
    }
}
