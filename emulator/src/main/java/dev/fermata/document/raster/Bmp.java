package dev.fermata.document.raster;

import java.io.IOException;
import java.nio.ByteOrder;

/** BMP: two headers, a palette, then rows of pixels. */
public final class Bmp {
    private static final int OFFSET_OF_PIXELS_AT = 10;

    /** The header of OS/2, whose sizes have 16 bits; all later ones begin like that of Windows 3. */
    private static final long OLDEST_HEADER = 12;

    private Bmp() {}

    /** One, if the file is whole. */
    public static int pages(RasterFile file) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.seek(OFFSET_OF_PIXELS_AT);
        long pixels = file.u32();
        boolean oldest = file.u32() == OLDEST_HEADER;
        long width = oldest ? file.u16() : (int) file.u32();
        // A negative height means that the rows run from top to bottom.
        long height = Math.abs(oldest ? file.u16() : (int) file.u32());
        Bounds.checkSize(width, height);
        file.skip(2);
        long bitsPerPixel = file.u16();
        long compression = oldest ? 0 : file.u32();
        long packedBytes = oldest ? 0 : file.u32();
        long rowBytes = (width * bitsPerPixel + 31) / 32 * 4;
        long bytes = switch ((int) compression) {
            // Plain, and plain with masks for the colours.
            case 0, 3, 6 -> rowBytes * height;
            // Runs of equal pixels.
            case 1, 2 -> packedBytes;
            // A JPEG or a PNG, on its way to a printer and never in a file.
            default -> throw new DamagedException("no compression has the number " + compression);
        };
        file.seek(pixels);
        file.skip(bytes);
        return 1;
    }
}
