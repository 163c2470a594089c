package dev.fermata.document.thumbnail;

import dev.fermata.clock.Deadline;
import dev.fermata.document.pdf.BoundedPdf;
import dev.fermata.document.pdf.PdfBudget;
import dev.fermata.document.pdf.TooComplexPdfException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page of music, leaves out pictures that are too large, and gives up on what has no end. */
final class BoundedDrawer extends PageDrawer {
    private static final int MOST_OPERATORS = 1_000_000;

    /** Forms in forms, patterns in glyphs: deeper than any writer goes, so that one that draws itself ends here. */
    private static final int DEEPEST = 30;

    private static final long MOST_IMAGE_PIXELS = 40_000_000;
    private static final int BYTES_OF_A_PIXEL = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PdfBudget budget;
    private final Deadline deadline = Deadline.after(PATIENCE);
    private int operators;
    private int depth;

    BoundedDrawer(PageDrawerParameters parameters, PdfBudget budget) throws IOException {
        super(parameters);
        this.budget = budget;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS || depth >= DEEPEST || deadline.isOver()) {
            throw new TooComplexPdfException("more drawing than a page of music takes");
        }
        if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE) && operator.getImageData() != null) {
            BoundedPdf.checkInlineImage(operator.getImageParameters(), operator.getImageData(), budget);
        }
        depth++;
        try {
            super.processOperator(operator, operands);
        } finally {
            depth--;
        }
    }

    /** What cannot be drawn is left out, as PDFBox leaves it out; but it would log each time, with a stack trace. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException undrawable) {
        // The rest of the page is drawn.
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        long pixels = Math.max(pixels(image), pixelsOfMasks(image.getCOSObject()));
        if (pixels <= MOST_IMAGE_PIXELS) {
            budget.takeDecoded(pixels * BYTES_OF_A_PIXEL);
            super.drawImage(image);
        }
    }

    private static long pixels(PDImage image) {
        return (long) image.getWidth() * image.getHeight();
    }

    /** A mask that is larger than its image makes PDFBox enlarge the image. */
    private static long pixelsOfMasks(COSBase image) {
        long pixels = 0;
        if (image instanceof COSStream stream) {
            for (COSName name : List.of(COSName.SMASK, COSName.MASK)) {
                if (stream.getDictionaryObject(name) instanceof COSStream mask) {
                    pixels += (long) mask.getInt(COSName.WIDTH, 0) * mask.getInt(COSName.HEIGHT, 0);
                }
            }
        }
        return pixels;
    }
}
