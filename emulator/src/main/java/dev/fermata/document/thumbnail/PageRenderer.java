package dev.fermata.document.thumbnail;

import dev.fermata.document.pdf.BoundedPdf;
import dev.fermata.document.pdf.PdfBudget;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws the first page of a PDF, within bounds that hold against pages made to exhaust a renderer. */
public final class PageRenderer {
    private static final long MOST_CONTENT_BYTES = 32L << 20;

    /** One page is drawn at a time in a JVM: its budget is for one, and many requests at once must not multiply it. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock(true);

    private PageRenderer() {}

    /** The page in a picture of so many pixels, as large as fits; empty when it cannot be drawn. */
    public static Optional<BufferedImage> firstPage(Path pdf, int width, int height) {
        PdfBudget budget = PdfBudget.forPicture();
        ONE_AT_A_TIME.lock();
        try {
            return BoundedPdf.read(pdf, budget, document -> new Renderer(document, budget).firstPage(width, height));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError undrawable) {
            // A page that breaks the renderer has no picture; that is no reason to fail the request.
            return Optional.empty();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** PDFBox reads the most usual kind of contents past its own streams, so they are read once before. */
    private static boolean isTooLong(PDPage page) throws IOException {
        try (RandomAccessRead contents = page.getContentsForRandomAccess()) {
            return contents.length() > MOST_CONTENT_BYTES;
        }
    }

    /** A renderer whose pages are drawn by {@link BoundedDrawer}. */
    private static final class Renderer extends PDFRenderer {
        private final PdfBudget budget;

        Renderer(PDDocument document, PdfBudget budget) {
            super(document);
            this.budget = budget;
        }

        Optional<BufferedImage> firstPage(int width, int height) throws IOException {
            PDPage page = document.getPage(0);
            if (isTooLong(page)) {
                return Optional.empty();
            }
            PDRectangle box = page.getCropBox();
            boolean turned = page.getRotation() % 180 != 0;
            float pageWidth = turned ? box.getHeight() : box.getWidth();
            float pageHeight = turned ? box.getWidth() : box.getHeight();
            float scale = Math.min(width / pageWidth, height / pageHeight);
            return Optional.of(Thumbnail.centred(renderImage(0, scale, ImageType.RGB), width, height));
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new BoundedDrawer(parameters, budget);
        }
    }
}
