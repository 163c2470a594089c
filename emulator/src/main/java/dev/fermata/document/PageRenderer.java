package dev.fermata.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws the first page of a PDF, within bounds that hold against pages made to exhaust a renderer. */
final class PageRenderer {
    private static final long MOST_CONTENT_BYTES = 32L << 20;
    private static final long MOST_IMAGE_PIXELS = 40_000_000;
    private static final int MOST_OPERATORS = 2_000_000;

    private PageRenderer() {}

    /** The page in a picture of so many pixels, as large as fits; empty when it cannot be drawn. */
    static Optional<BufferedImage> firstPage(Path pdf, int width, int height) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile(), PdfScratch.beside(pdf))) {
            PDPage page = document.getPage(0);
            if (isTooLong(page)) {
                return Optional.empty();
            }
            PDRectangle box = page.getCropBox();
            boolean turned = page.getRotation() % 180 != 0;
            float pageWidth = turned ? box.getHeight() : box.getWidth();
            float pageHeight = turned ? box.getWidth() : box.getHeight();
            float scale = Math.min(width / pageWidth, height / pageHeight);
            return Optional.of(
                    Thumbnail.centred(new Bounded(document).renderImage(0, scale, ImageType.RGB), width, height));
        } catch (IOException | RuntimeException | StackOverflowError undrawable) {
            Disk.check(PdfScratch.folderOf(pdf));
            // A page that breaks the renderer has no picture; that is no reason to fail the request.
            return Optional.empty();
        }
    }

    private static boolean isTooLong(PDPage page) throws IOException {
        long total = 0;
        for (var streams = page.getContentStreams(); streams.hasNext(); ) {
            total += inflatedSize(streams.next());
        }
        return total > MOST_CONTENT_BYTES;
    }

    private static long inflatedSize(PDStream stream) throws IOException {
        return InflationGuard.inflatedSize(stream.getCOSObject().createRawInputStream(), MOST_CONTENT_BYTES);
    }

    /** A renderer whose pages are drawn by {@link BoundedDrawer}. */
    private static final class Bounded extends PDFRenderer {
        Bounded(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new BoundedDrawer(parameters);
        }
    }

    /** Leaves out what is too large, and gives up on what has no end. */
    private static final class BoundedDrawer extends PageDrawer {
        private int operators;

        BoundedDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MOST_OPERATORS) {
                throw new IOException("more drawing than a page of music takes");
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if ((long) image.getWidth() * image.getHeight() <= MOST_IMAGE_PIXELS) {
                super.drawImage(image);
            }
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            if (inflatedSize(form.getContentStream()) <= MOST_CONTENT_BYTES) {
                super.showForm(form);
            }
        }
    }
}
