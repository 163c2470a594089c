package dev.fermata.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;

/**
 * One of the filters of a stream.
 *
 * @param owner what the stream says of itself, the parameters of its filters among it
 * @param name the filter's name, long or short
 * @param index its place among the filters of the stream
 */
record StreamFilter(COSDictionary owner, COSName name, int index) {
    private static final List<COSName> OF_PICTURES = List.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE);

    private static final int BITS_OF_A_PIXEL = 24;
    private static final int USUAL_FAX_COLUMNS = 1728;
    private static final long LARGEST_PRODUCT = Long.MAX_VALUE / 64;

    /** More than any writer chains. */
    private static final int MOST_FILTERS = 16;

    /** The filters in the order of their decoding. */
    static List<StreamFilter> of(COSDictionary owner) throws IOException {
        COSBase names = owner.getDictionaryObject(COSName.FILTER, COSName.F);
        if (names instanceof COSName name) {
            return List.of(new StreamFilter(owner, name, 0));
        }
        List<StreamFilter> filters = new ArrayList<>();
        if (names instanceof COSArray array) {
            if (array.size() > MOST_FILTERS) {
                throw new TooComplexPdfException("a stream has more than " + MOST_FILTERS + " filters");
            }
            for (int i = 0; i < array.size(); i++) {
                if (!(array.getObject(i) instanceof COSName name)) {
                    throw new IOException("a filter of a stream has no name");
                }
                filters.add(new StreamFilter(owner, name, i));
            }
        }
        return filters;
    }

    /** Decodes data by all filters of a stream, at least one. */
    static RandomAccessRead decode(List<StreamFilter> filters, InputStream encoded, PdfBudget budget)
            throws IOException {
        int last = filters.size() - 1;
        InputStream before = encoded;
        for (StreamFilter filter : filters.subList(0, last)) {
            before = new RandomAccessInputStream(filter.decode(before, budget));
        }
        return filters.get(last).decode(before, budget);
    }

    /** Counts what the decoding of data or of a picture takes. */
    static void check(List<StreamFilter> filters, InputStream encoded, DecodeOptions options, PdfBudget budget)
            throws IOException {
        InputStream before = encoded;
        for (StreamFilter filter : filters) {
            if (filter.index == filters.size() - 1) {
                filter.check(before, options, budget);
            } else {
                before = new RandomAccessInputStream(filter.decode(before, budget));
            }
        }
    }

    private RandomAccessRead decode(InputStream encoded, PdfBudget budget) throws IOException {
        RandomAccessReadWriteBuffer decoded = new RandomAccessReadWriteBuffer();
        decode(encoded, budget.counting(new RandomAccessOutputStream(decoded)), budget);
        decoded.seek(0);
        return decoded;
    }

    /** Decodes data; a filter of pictures makes none. */
    private void decode(InputStream encoded, OutputStream decoded, PdfBudget budget) throws IOException {
        if (OF_PICTURES.contains(name)) {
            throw new IOException("a stream of data is encoded as a picture");
        }
        checkRow(budget);
        filter().decode(encoded, decoded, owner, index, DecodeOptions.DEFAULT);
    }

    private void check(InputStream encoded, DecodeOptions options, PdfBudget budget) throws IOException {
        if (!OF_PICTURES.contains(name)) {
            decode(encoded, budget.counting(OutputStream.nullOutputStream()), budget);
        } else if (name.getName().startsWith("DCT")) {
            long pixels = pixelsOfJpeg(encoded) / options.getSubsamplingX() / options.getSubsamplingY();
            budget.takeDecoded(pixels * BITS_OF_A_PIXEL / Byte.SIZE);
        } else if (name.getName().startsWith("CC")) {
            budget.takeDecoded(pixelsOfFax() / Byte.SIZE);
        }
        // PDFBox has no decoder for the others.
    }

    private Filter filter() throws IOException {
        return FilterFactory.INSTANCE.getFilter(name);
    }

    /** A predictor allocates a row as wide as its parameters say. */
    private void checkRow(PdfBudget budget) {
        for (COSDictionary parameters : parameters()) {
            long bits = product(
                    parameters.getInt(COSName.COLUMNS, 1),
                    parameters.getInt(COSName.COLORS, 1),
                    parameters.getInt(COSName.BITS_PER_COMPONENT, Byte.SIZE));
            budget.takeDecoded(bits / Byte.SIZE);
        }
    }

    private List<COSDictionary> parameters() {
        COSBase parameters = owner.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase own =
                parameters instanceof COSArray array && index < array.size() ? array.getObject(index) : parameters;
        return own instanceof COSDictionary dictionary ? List.of(dictionary) : List.of();
    }

    private long pixelsOfFax() {
        long pixels = 0;
        for (COSDictionary parameters : parameters()) {
            int rows = Math.max(parameters.getInt(COSName.ROWS, 0), owner.getInt(COSName.HEIGHT, COSName.H, 0));
            pixels += product(parameters.getInt(COSName.COLUMNS, USUAL_FAX_COLUMNS), rows, 1);
        }
        return pixels;
    }

    private static long pixelsOfJpeg(InputStream encoded) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(encoded)) {
            reader.setInput(in, true, true);
            return product(reader.getWidth(0), reader.getHeight(0), 1);
        } finally {
            reader.dispose();
        }
    }

    /** Of factors below zero as of zero; no more than leaves room to multiply it again. */
    private static long product(int a, int b, int c) {
        long two = (long) Math.max(0, a) * Math.max(0, b);
        int third = Math.max(0, c);
        return third > 0 && two > LARGEST_PRODUCT / third ? LARGEST_PRODUCT : two * third;
    }
}
