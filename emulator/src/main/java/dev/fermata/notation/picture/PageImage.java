package dev.fermata.notation.picture;

import dev.fermata.notation.Piece;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A thumbnail of the first page of a piece. Words are drawn as grey blocks. */
public final class PageImage {

    private static final int SMALLEST = 16;
    private static final int LARGEST = 4_000;

    private PageImage() {}

    /**
     * Draws the first page, dark on white.
     *
     * @param width pixels, 16 to 4000
     * @param height pixels, 16 to 4000
     * @return a PNG file
     */
    public static byte[] png(Piece piece, int width, int height) {
        if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
            throw new IllegalArgumentException(width + " × " + height);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            Page page = Page.of(piece, width, height);
            graphics.scale(page.pixelsPerSpace(), page.pixelsPerSpace());
            new PagePainter(new Pen(graphics), page).paint();
        } finally {
            graphics.dispose();
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Does not use ImageIO.write with the stream: that caches in a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PNG to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
