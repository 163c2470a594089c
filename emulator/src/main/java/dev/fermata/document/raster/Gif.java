package dev.fermata.document.raster;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * GIF: a screen, then images and extensions, each a chain of small blocks, up to a trailer.
 *
 * @param frames how many images there are, of an animation or not
 * @param preamble the bytes before the first of them
 */
public record Gif(int frames, long preamble) {
    private static final int SIGNATURE_BYTES = 6;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;

    /** The frames. */
    public static int pages(RasterFile file) throws IOException {
        return read(file).frames();
    }

    /** Walks the file to its trailer; what follows that is not the picture's. */
    public static Gif read(RasterFile file) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.seek(SIGNATURE_BYTES);
        // Some encoders leave the screen empty and mean that of the first frame.
        Bounds.checkSize(Math.max(1, file.u16()), Math.max(1, file.u16()));
        int packed = file.u8();
        file.skip(2);
        skipColours(file, packed);
        int frames = 0;
        long preamble = 0;
        for (int block = file.u8(); block != TRAILER; block = file.u8()) {
            switch (block) {
                case IMAGE -> {
                    preamble = frames == 0 ? file.position() : preamble;
                    Bounds.checkPages(++frames);
                    skipImage(file);
                }
                case EXTENSION -> {
                    file.skip(1);
                    skipBlocks(file);
                }
                default -> throw new DamagedException("no block begins with " + block);
            }
        }
        return new Gif(frames, preamble);
    }

    private static void skipImage(RasterFile file) throws IOException {
        file.skip(4);
        Bounds.checkSize(file.u16(), file.u16());
        skipColours(file, file.u8());
        file.skip(1);
        skipBlocks(file);
    }

    private static void skipColours(RasterFile file, int packed) throws IOException {
        if ((packed & 0x80) != 0) {
            file.skip(3L << ((packed & 0x7) + 1));
        }
    }

    private static void skipBlocks(RasterFile file) throws IOException {
        for (int length = file.u8(); length > 0; length = file.u8()) {
            file.skip(length);
        }
    }
}
