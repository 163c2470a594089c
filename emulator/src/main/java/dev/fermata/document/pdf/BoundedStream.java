package dev.fermata.document.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/** A stream of a PDF, of which every byte that comes out of a filter counts. */
final class BoundedStream extends COSStream {
    /** An object in the index of an object stream, in a map of PDFBox. */
    private static final int BYTES_OF_AN_INDEX_ENTRY = 100;

    private static final int SHORTEST_INDEX_ENTRY = 4;

    private final PdfBudget budget;

    BoundedStream(RandomAccessStreamCache cache, RandomAccessReadView encoded, PdfBudget budget) throws IOException {
        super(cache, encoded);
        this.budget = budget;
    }

    /** What object streams, cross-reference streams and the contents of pages are read by. */
    @Override
    public RandomAccessRead createView() throws IOException {
        List<StreamFilter> filters = StreamFilter.of(this);
        RandomAccessRead decoded =
                filters.isEmpty() ? super.createView() : StreamFilter.decode(filters, createRawInputStream(), budget);
        long objects = Math.min(getInt(COSName.N, 0), decoded.length() / SHORTEST_INDEX_ENTRY);
        budget.takeMemory(Math.max(0, objects) * BYTES_OF_AN_INDEX_ENTRY);
        return decoded;
    }

    /** What images, fonts and all else is read by. PDFBox decodes it; here it is decoded into nothing before. */
    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        StreamFilter.check(StreamFilter.of(this), createRawInputStream(), options, budget);
        return super.createInputStream(options);
    }
}
