package dev.fermata.document;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;

/** Where the parser puts what it unpacks: beside the PDF, so that it goes with the folder. */
final class PdfScratch {
    private PdfScratch() {}

    static StreamCacheCreateFunction beside(Path pdf) {
        return MemoryUsageSetting.setupTempFileOnly().setTempDir(folderOf(pdf).toFile()).streamCache;
    }

    static Path folderOf(Path pdf) {
        return Objects.requireNonNull(pdf.toAbsolutePath().getParent());
    }
}
