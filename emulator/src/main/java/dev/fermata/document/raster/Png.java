package dev.fermata.document.raster;

import java.io.IOException;

/** PNG: a signature, then chunks from IHDR to IEND, with pixels in between. An animated one counts as its still. */
public final class Png {
    private static final int SIGNATURE_BYTES = 8;
    private static final int HEADER_BYTES = 13;
    private static final int SUM_BYTES = 4;

    private Png() {}

    /** One, if the file is whole. */
    public static int pages(RasterFile file) throws IOException {
        file.seek(SIGNATURE_BYTES);
        if (file.u32() != HEADER_BYTES || !file.name().equals("IHDR")) {
            throw new DamagedException("no header");
        }
        Bounds.checkSize(file.u32(), file.u32());
        file.skip(HEADER_BYTES - 8 + SUM_BYTES);
        boolean pixels = false;
        while (true) {
            long length = file.u32();
            String chunk = file.name();
            file.skip(length + SUM_BYTES);
            pixels |= chunk.equals("IDAT");
            if (chunk.equals("IEND")) {
                break;
            }
        }
        if (!pixels) {
            throw new DamagedException("no pixels");
        }
        return 1;
    }
}
