package dev.fermata.document.raster;

import java.io.IOException;
import java.nio.ByteOrder;

/** WebP: chunks in a RIFF, of which one is the picture, or many are the frames of an animation. */
public final class Webp {
    private static final int ANIMATION = 0x02;
    private static final int CHUNK_HEADER_BYTES = 8;

    private Webp() {}

    /** The frames of an animation, or one. */
    public static int pages(RasterFile file) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.seek(4);
        long length = file.u32();
        long end = file.position() + length;
        if (end > file.size()) {
            throw new DamagedException("ends before the " + length + " bytes that it claims");
        }
        file.skip(4);
        boolean animated = false;
        int pictures = 0;
        int frames = 0;
        while (file.position() + CHUNK_HEADER_BYTES <= end) {
            String chunk = file.name();
            long bytes = file.u32();
            long next = file.position() + bytes;
            if (next > end) {
                throw new DamagedException("a chunk reaches beyond the end");
            }
            switch (chunk) {
                case "VP8X" -> animated = isAnimated(file);
                case "ANMF" -> {
                    Bounds.checkPages(++frames);
                    file.skip(6);
                    Bounds.checkSize(file.u24() + 1L, file.u24() + 1L);
                }
                case "VP8 " -> {
                    pictures++;
                    checkLossy(file);
                }
                case "VP8L" -> {
                    pictures++;
                    checkLossless(file);
                }
                default -> {
                    // Colours, metadata, or what is yet to be invented.
                }
            }
            // Chunks begin at even places.
            file.seek(Math.min(next + bytes % 2, end));
        }
        if (!animated && pictures != 1) {
            throw new DamagedException("a still of " + pictures + " pictures");
        }
        return animated ? frames : 1;
    }

    private static boolean isAnimated(RasterFile file) throws IOException {
        boolean animated = (file.u8() & ANIMATION) != 0;
        file.skip(3);
        Bounds.checkSize(file.u24() + 1L, file.u24() + 1L);
        return animated;
    }

    private static void checkLossy(RasterFile file) throws IOException {
        file.skip(3);
        if (file.u24() != 0x2a019d) {
            throw new DamagedException("no key frame");
        }
        Bounds.checkSize(file.u16() & 0x3fff, file.u16() & 0x3fff);
    }

    private static void checkLossless(RasterFile file) throws IOException {
        if (file.u8() != 0x2f) {
            throw new DamagedException("no signature");
        }
        long sizes = file.u32();
        Bounds.checkSize((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1);
    }
}
