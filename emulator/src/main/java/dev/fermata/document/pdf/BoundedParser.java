package dev.fermata.document.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.jspecify.annotations.Nullable;

/** The parser of PDFBox, with every object and every entry of a table counted. */
final class BoundedParser extends PDFParser {
    private final PdfBudget budget;

    /** Objects that were parsed with their neighbours in an object stream, and are not asked for yet. */
    private final Map<Long, Map<COSObjectKey, @Nullable COSBase>> unpacked = new HashMap<>();

    BoundedParser(RandomAccessRead source, PdfBudget budget) throws IOException {
        super(source);
        this.budget = budget;
        document = new BoundedDocument(IOUtils.createTempFileOnlyStreamCache().create(), this, budget);
        xrefTrailerResolver = new XrefTrailerResolver() {
            @Override
            public void setXRef(COSObjectKey key, long offset) {
                budget.takeMemory(PdfBudget.BYTES_OF_AN_ENTRY);
                super.setXRef(key, offset);
            }
        };
    }

    @Override
    protected @Nullable COSBase parseDirObject() throws IOException {
        return budget.counted(super.parseDirObject());
    }

    @Override
    protected @Nullable COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
        Map<COSObjectKey, @Nullable COSBase> objects = unpacked.get(stream);
        if (objects == null) {
            objects = new HashMap<>();
            unpacked.put(stream, objects);
            if (document.getObjectFromPool(getObjectKey(stream, 0)).getObject() instanceof COSStream packed) {
                objects.putAll(unpack(packed));
            }
        }
        return objects.remove(key);
    }

    /** Nothing from a stream that is damaged: what it held is missing, as anything else may be. */
    private Map<COSObjectKey, @Nullable COSBase> unpack(COSStream packed) {
        try {
            return new ObjectStream(packed).parseAllObjects();
        } catch (IOException damaged) {
            return Map.of();
        }
    }

    @Override
    protected void prepareDecryption() throws IOException {
        try {
            super.prepareDecryption();
        } catch (IOException noKey) {
            throw new LockedPdfException("the PDF cannot be decrypted", noKey);
        }
    }

    /** An object stream whose objects are counted as those of the file are. */
    private final class ObjectStream extends PDFObjectStreamParser {
        ObjectStream(COSStream packed) throws IOException {
            super(packed, BoundedParser.this.document);
        }

        @Override
        protected @Nullable COSBase parseDirObject() throws IOException {
            return budget.counted(super.parseDirObject());
        }
    }
}
