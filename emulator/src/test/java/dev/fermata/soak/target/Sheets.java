package dev.fermata.soak.target;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sheet music to send. */
public final class Sheets {
    private static final byte[] ONE = OddPdfs.blank(1);

    private Sheets() {}

    /** The smallest. */
    public static byte[] one() {
        return ONE.clone();
    }

    /** One whose audio does not fit into the buffers of a connection. */
    public static byte[] large() {
        return SheetMusic.of("Large").pages(20).pdf();
    }

    /** Several, of one to three pages. */
    public static List<byte[]> several(int count, Random random) {
        List<byte[]> sheets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sheets.add(SheetMusic.of("Sheet " + i)
                    .pages(1 + random.nextInt(3))
                    .seed(random.nextInt(1_000))
                    .pdf());
        }
        return sheets;
    }
}
