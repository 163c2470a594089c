package dev.fermata.snapshot;

import dev.fermata.world.UnfitFilling;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a snapshot, limited in number until the world in it has been read. */
final class BoundedInput extends FilterInputStream {
    private final long most;
    private long left;

    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    /** From now on, any number of bytes may come. */
    void release() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return count(read, read);
    }

    private int count(int read, int bytes) {
        left -= Math.max(bytes, 0);
        if (left < 0) {
            throw new UnfitFilling("world", "must have at most " + most + " bytes in this server's memory");
        }
        return read;
    }
}
