package dev.fermata.document.raster;

import java.io.IOException;

/** HEIC: boxes in boxes, of which {@code meta} or {@code moov} says what there is, {@code mdat} holds it. */
public final class Heic {
    private static final int DEEPEST = 8;

    private Heic() {}

    /** One, if the file is whole. */
    public static int pages(RasterFile file) throws IOException {
        if (!walk(file, file.size(), 0)) {
            throw new DamagedException("nothing says what there is");
        }
        return 1;
    }

    /** Walks the boxes up to a place; answers whether one of them says what there is. */
    private static boolean walk(RasterFile file, long end, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new DamagedException("boxes in boxes without end");
        }
        boolean described = false;
        while (file.position() < end) {
            long start = file.position();
            long length = file.u32();
            String box = file.name();
            long next = length == 0 ? end : start + (length == 1 ? file.u64() : length);
            if (next < file.position() || next > end) {
                throw new DamagedException("a box reaches beyond the end");
            }
            switch (box) {
                case "moov" -> described = true;
                case "meta" -> {
                    described = true;
                    file.skip(4);
                    walk(file, next, depth + 1);
                }
                case "iprp", "ipco" -> walk(file, next, depth + 1);
                case "ispe" -> {
                    file.skip(4);
                    Bounds.checkSize(file.u32(), file.u32());
                }
                default -> {
                    // Nothing that changes how many pages there are.
                }
            }
            file.seek(next);
        }
        return described;
    }
}
