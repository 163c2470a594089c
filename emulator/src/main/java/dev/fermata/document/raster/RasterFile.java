package dev.fermata.document.raster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a picture, seen through a small window. Big-endian unless told otherwise; reading or skipping beyond the
 * end is damage.
 */
public final class RasterFile implements Closeable {
    private static final int WINDOW = 8192;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long windowStart;

    private RasterFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** Opens a file at its beginning. */
    public static RasterFile open(Path path) throws IOException {
        return new RasterFile(FileChannel.open(path));
    }

    /** Reads numbers in this order from now on. */
    void order(ByteOrder next) {
        order = next;
    }

    long size() {
        return size;
    }

    long position() {
        return windowStart + window.position();
    }

    void seek(long position) throws IOException {
        if (position < 0 || position > size) {
            throw new DamagedException("ends before byte " + position);
        }
        long inWindow = position - windowStart;
        if (inWindow >= 0 && inWindow <= window.limit()) {
            window.position((int) inWindow);
        } else {
            windowStart = position;
            window.position(0).limit(0);
        }
    }

    /** Any count up to 63 bits. */
    void skip(long count) throws IOException {
        if (count < 0 || count > size - position()) {
            throw new DamagedException("ends within a part of " + count + " bytes");
        }
        seek(position() + count);
    }

    int u8() throws IOException {
        if (!window.hasRemaining()) {
            refill();
        }
        return window.get() & 0xff;
    }

    int u16() throws IOException {
        return (int) number(2);
    }

    int u24() throws IOException {
        return (int) number(3);
    }

    long u32() throws IOException {
        return number(4);
    }

    /** 64 bits; those beyond 63 come out negative, which no place or length in a file is. */
    long u64() throws IOException {
        return number(8);
    }

    /** Four bytes that name a part of the file. */
    String name() throws IOException {
        byte[] letters = new byte[4];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) u8();
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            long next = u8();
            value = order == ByteOrder.BIG_ENDIAN ? value << 8 | next : value | next << (8 * i);
        }
        return value;
    }

    private void refill() throws IOException {
        windowStart += window.limit();
        window.clear();
        int count = channel.read(window, windowStart);
        window.flip();
        if (count <= 0) {
            throw new DamagedException("ends too early");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
