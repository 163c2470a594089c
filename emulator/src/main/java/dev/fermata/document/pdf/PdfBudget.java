package dev.fermata.document.pdf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** What the reading of one PDF may still cost. Used up, it refuses everything with a {@link TooComplexPdfException}. */
public final class PdfBudget {
    /** An entry of a cross-reference table, in the maps of PDFBox. */
    static final int BYTES_OF_AN_ENTRY = 200;

    private static final int BYTES_OF_AN_OBJECT = 32;
    private static final int BYTES_OF_A_CONTAINER = 128;

    private long decodedLeft;
    private long memoryLeft;

    private PdfBudget(long decodedLeft, long memoryLeft) {
        this.decodedLeft = decodedLeft;
        this.memoryLeft = memoryLeft;
    }

    /** Enough for the page tree and the metadata of any score: 32 MB inflated, 48 MB of objects. */
    public static PdfBudget forFacts() {
        return new PdfBudget(32L << 20, 48L << 20);
    }

    /** Enough for the first page of a score, a scan included: a third of the heap, but at most 512 MB, and 48 MB of objects. */
    public static PdfBudget forPicture() {
        return new PdfBudget(Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 3), 48L << 20);
    }

    /** A PDF with more objects is not opened: each takes an entry. */
    long mostEntries() {
        return memoryLeft / BYTES_OF_AN_ENTRY;
    }

    /** Counts bytes that come out of a filter, or that an image takes. */
    public void takeDecoded(long bytes) {
        decodedLeft -= bytes;
        if (decodedLeft < 0) {
            throw new TooComplexPdfException("the streams of the PDF inflate to too many bytes");
        }
    }

    void takeMemory(long bytes) {
        memoryLeft -= bytes;
        if (memoryLeft < 0) {
            throw new TooComplexPdfException("the PDF has too many objects");
        }
    }

    /** Counts an object that was parsed; those inside it were counted before it. */
    <T extends @Nullable COSBase> T counted(T object) {
        long bytes = BYTES_OF_AN_OBJECT;
        if (object instanceof COSString string) {
            bytes += string.getBytes().length;
        } else if (object instanceof COSArray || object instanceof COSDictionary || object instanceof COSObject) {
            bytes += BYTES_OF_A_CONTAINER;
        }
        takeMemory(bytes);
        return object;
    }

    /** Counts what is decoded to {@code out}. */
    OutputStream counting(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                takeDecoded(1);
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                takeDecoded(length);
                out.write(bytes, offset, length);
            }
        };
    }
}
