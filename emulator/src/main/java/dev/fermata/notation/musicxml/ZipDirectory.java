package dev.fermata.notation.musicxml;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a zip file, read from the directory at its end. The header before an entry's data may lack size and
 * checksum, so a reader that uses only those headers rejects valid files.
 */
final class ZipDirectory {

    private static final int MOST_ENTRIES = 1_000;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int ZIP64_FIELD = 1;
    private static final long MOST_INFLATION = 1_032;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final long base;
    private final List<Entry> entries = new ArrayList<>();

    /** The position and size of an entry. The name has one character for each byte. */
    private record Entry(String name, int flags, int method, int sum, long packed, long size, long offset) {}

    private ZipDirectory(byte[] bytes, ByteBuffer file, long base) {
        this.bytes = bytes;
        this.file = file;
        this.base = base;
    }

    static ZipDirectory of(byte[] bytes) throws UnreadableScoreException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            ZipEnd end = ZipEnd.of(file);
            Limits.check(end.entries() <= MOST_ENTRIES, "the compressed file has more than 1000 entries");
            ZipDirectory directory = new ZipDirectory(bytes, file, end.base());
            directory.read(end);
            return directory;
        } catch (IndexOutOfBoundsException | ArithmeticException broken) {
            throw damaged(broken);
        }
    }

    /** The bytes of the entry with this name, at most {@code limit}; empty if there is no such entry. */
    Optional<byte[]> bytes(String name, int limit) throws UnreadableScoreException {
        // Names are in UTF-8 or, in old archives, in the code page of MS-DOS.
        Set<String> spellings = new HashSet<>(Set.of(bytesOf(name, StandardCharsets.UTF_8)));
        if (Charset.isSupported("IBM437")) {
            spellings.add(bytesOf(name, Charset.forName("IBM437")));
        }
        for (Entry entry : entries) {
            if (spellings.contains(entry.name)) {
                try {
                    return Optional.of(bytes(entry, limit));
                } catch (IndexOutOfBoundsException | ArithmeticException | DataFormatException broken) {
                    throw damaged(broken);
                }
            }
        }
        return Optional.empty();
    }

    private void read(ZipEnd end) throws UnreadableScoreException {
        int at = Math.toIntExact(end.directory());
        for (long i = 0; i < end.entries(); i++) {
            check(file.getInt(at) == CENTRAL);
            int nameBytes = u16(at + 28);
            int extraBytes = u16(at + 30);
            String name = new String(bytes, at + CENTRAL_BYTES, nameBytes, StandardCharsets.ISO_8859_1);
            long[] numbers = {u32(at + 24), u32(at + 20), u32(at + 42)};
            zip64(numbers, at + CENTRAL_BYTES + nameBytes, extraBytes);
            entries.add(new Entry(
                    name, u16(at + 8), u16(at + 10), file.getInt(at + 16), numbers[1], numbers[0], numbers[2]));
            at += CENTRAL_BYTES + nameBytes + extraBytes + u16(at + 32);
        }
    }

    /** Numbers that do not fit into 32 bits are in an extra field, in this order. */
    private void zip64(long[] numbers, int start, int length) {
        for (int at = start; at + 4 <= start + length; at += 4 + u16(at + 2)) {
            if (u16(at) != ZIP64_FIELD) {
                continue;
            }
            int next = at + 4;
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] == ZipEnd.ELSEWHERE) {
                    numbers[i] = file.getLong(next);
                    next += Long.BYTES;
                }
            }
        }
    }

    private byte[] bytes(Entry entry, int limit) throws UnreadableScoreException, DataFormatException {
        Limits.check((entry.flags & ENCRYPTED) == 0, "the compressed file is encrypted");
        Limits.check(entry.size >= 0 && entry.size <= limit, "the compressed file is too large when expanded");
        int local = Math.toIntExact(Math.addExact(base, entry.offset));
        check(file.getInt(local) == LOCAL);
        int start = local + 30 + u16(local + 26) + u16(local + 28);
        check(entry.packed >= 0 && entry.packed <= file.limit() - start);
        byte[] content = switch (entry.method) {
            case STORED -> Arrays.copyOfRange(bytes, start, start + (int) entry.packed);
            case DEFLATED -> inflated(start, entry);
            default ->
                throw new UnreadableScoreException(
                        "the compressed file uses compression method " + entry.method + ", not stored or deflate");
        };
        CRC32 sum = new CRC32();
        sum.update(content);
        check(content.length == entry.size && (int) sum.getValue() == entry.sum);
        return content;
    }

    private byte[] inflated(int start, Entry entry) throws DataFormatException, UnreadableScoreException {
        check(entry.size <= entry.packed * MOST_INFLATION);
        byte[] content = new byte[(int) entry.size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, start, (int) entry.packed);
            int length = inflater.inflate(content);
            check(length == content.length && inflater.inflate(new byte[1]) == 0 && inflater.finished());
            return content;
        } finally {
            inflater.end();
        }
    }

    private static String bytesOf(String name, Charset charset) {
        return new String(name.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private int u16(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return file.getInt(at) & 0xFFFF_FFFFL;
    }

    private static void check(boolean sound) throws UnreadableScoreException {
        Limits.check(sound, "the compressed file is damaged");
    }

    private static UnreadableScoreException damaged(Exception cause) {
        return new UnreadableScoreException("the compressed file is damaged", cause);
    }
}
