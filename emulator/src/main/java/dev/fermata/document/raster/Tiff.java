package dev.fermata.document.raster;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * TIFF and BigTIFF: a chain of directories, one for each page, which say where the pixels are. A directory of a smaller
 * copy or of a mask is no page.
 */
public final class Tiff {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    private final RasterFile file;
    private final boolean big;

    /** What is left to be read of entries and their values: in an honest file none of them overlap. */
    private long unread;

    private Tiff(RasterFile file, boolean big) {
        this.file = file;
        this.big = big;
        this.unread = file.size();
    }

    /** The pages in the chain. */
    public static int pages(RasterFile file) throws IOException {
        file.order(file.u16() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int version = file.u16();
        if (version != CLASSIC && version != BIG) {
            throw new DamagedException("no version has the number " + version);
        }
        if (version == BIG) {
            file.skip(4);
        }
        return new Tiff(file, version == BIG).walk();
    }

    private int walk() throws IOException {
        Set<Long> seen = new HashSet<>();
        int pages = 0;
        for (long at = offset(); at != 0; at = offset()) {
            if (!seen.add(at)) {
                throw new DamagedException("the directories run in a circle");
            }
            Bounds.checkPages(seen.size());
            file.seek(at);
            pages += isPage() ? 1 : 0;
        }
        if (seen.isEmpty()) {
            throw new DamagedException("no directory");
        }
        return pages;
    }

    /** Reads a directory, and leaves the file at the offset of the next one. */
    private boolean isPage() throws IOException {
        long entries = big ? file.u64() : file.u16();
        int entryBytes = big ? 20 : 12;
        long end = file.position() + claim(entries, entryBytes);
        TiffDirectory directory = new TiffDirectory();
        while (file.position() < end) {
            long next = file.position() + entryBytes;
            int tag = file.u16();
            if (TiffDirectory.matters(tag)) {
                directory.put(tag, values());
            }
            file.seek(next);
        }
        directory.check(file.size());
        return directory.isPage();
    }

    private long[] values() throws IOException {
        int type = file.u16();
        long count = offset();
        int bytes = switch (type) {
            case 1 -> 1;
            case 3 -> 2;
            case 4, 13 -> 4;
            case 16, 18 -> 8;
            default -> throw new DamagedException("no whole number has the type " + type);
        };
        if (count < 0 || count > TiffDirectory.MOST_PARTS) {
            throw new TooComplexException("a page of " + count + " parts");
        }
        if (count * bytes > (big ? 8 : 4)) {
            claim(count, bytes);
            file.seek(offset());
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (bytes) {
                case 1 -> file.u8();
                case 2 -> file.u16();
                case 4 -> file.u32();
                default -> file.u64();
            };
        }
        return values;
    }

    private long offset() throws IOException {
        return big ? file.u64() : file.u32();
    }

    private long claim(long count, int bytesEach) throws DamagedException {
        if (count < 0 || count > unread / bytesEach) {
            throw new DamagedException("more entries than there is room for");
        }
        unread -= count * bytesEach;
        return count * bytesEach;
    }
}
