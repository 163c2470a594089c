package dev.fermata.document.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.jspecify.annotations.Nullable;

/** The objects of a PDF. Every parser that reads the file gets its streams here, and these are bounded. */
final class BoundedDocument extends COSDocument {
    private final RandomAccessStreamCache cache;
    private final ICOSParser parser;
    private final PdfBudget budget;

    BoundedDocument(RandomAccessStreamCache cache, ICOSParser parser, PdfBudget budget) {
        super(() -> cache, parser);
        this.cache = cache;
        this.parser = parser;
        this.budget = budget;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
        COSStream stream = new BoundedStream(cache, parser.createRandomAccessReadView(start, length), budget);
        dictionary.forEach(stream::setItem);
        stream.setKey(dictionary.getKey());
        return stream;
    }

    /** Refuses encryption by anything but passwords: PDFBox needs libraries for it that are not there. */
    @Override
    public @Nullable COSDictionary getEncryptionDictionary() {
        COSDictionary encryption = super.getEncryptionDictionary();
        if (encryption != null && !"Standard".equals(encryption.getNameAsString(COSName.FILTER))) {
            throw new LockedPdfException("the PDF is encrypted, and not by a password");
        }
        return encryption;
    }
}
