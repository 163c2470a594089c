package dev.fermata.document.pdf;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads a PDF so that all that is read of it counts against a budget, and that little of it is logged. */
public final class BoundedPdf {
    private BoundedPdf() {}

    /** What is done with an open PDF. */
    @FunctionalInterface
    public interface Use<T> {
        T of(PDDocument pdf) throws IOException;
    }

    /**
     * Opens a file, uses it, and closes it.
     *
     * @throws TooComplexPdfException if that takes more than the budget
     * @throws LockedPdfException if it takes a password or a certificate
     * @throws IOException if it is damaged
     */
    public static <T> T read(Path file, PdfBudget budget, Use<T> use) throws IOException {
        checkObjects(file, budget);
        PdfBoxLog log = PdfBoxLog.open();
        try (RandomAccessRead source = new RandomAccessReadBufferedFile(file.toFile());
                PDDocument pdf = new BoundedParser(source, budget).parse()) {
            return use.of(pdf);
        } finally {
            log.close();
        }
    }

    /** Counts what the decoding of an image inside the content of a page takes. */
    public static void checkInlineImage(COSDictionary parameters, byte[] data, PdfBudget budget) throws IOException {
        StreamFilter.check(StreamFilter.of(parameters), new ByteArrayInputStream(data), DecodeOptions.DEFAULT, budget);
    }

    /** PDFBox searches a file without a sound table for the word that begins an object, and remembers every one. */
    private static void checkObjects(Path file, PdfBudget budget) throws IOException {
        long objects = 0;
        int last = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                last = last << 8 | next;
                if ((last & 0xffffff) == ('o' << 16 | 'b' << 8 | 'j') && last >>> 24 <= ' ') {
                    objects++;
                }
            }
        }
        if (objects > budget.mostEntries()) {
            throw new TooComplexPdfException("the PDF has too many objects");
        }
    }
}
