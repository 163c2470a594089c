package dev.fermata.document.thumbnail;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A page in the middle of a white picture. */
final class Thumbnail {
    private Thumbnail() {}

    /** The page as it is. */
    static BufferedImage centred(BufferedImage page, int width, int height) {
        return onWhite(page, width, height, page.getWidth(), page.getHeight());
    }

    /** The page as large as fits. */
    static BufferedImage fitted(BufferedImage page, int width, int height) {
        double scale = Math.min((double) width / page.getWidth(), (double) height / page.getHeight());
        int pageWidth = (int) Math.max(1, Math.round(page.getWidth() * scale));
        int pageHeight = (int) Math.max(1, Math.round(page.getHeight() * scale));
        // By halves, as a line that is thin would fall between the pixels if it all went at once.
        BufferedImage smaller = page;
        while (smaller.getWidth() >= 2 * pageWidth && smaller.getHeight() >= 2 * pageHeight) {
            int halfWidth = smaller.getWidth() / 2;
            int halfHeight = smaller.getHeight() / 2;
            smaller = onWhite(smaller, halfWidth, halfHeight, halfWidth, halfHeight);
        }
        return onWhite(smaller, width, height, pageWidth, pageHeight);
    }

    private static BufferedImage onWhite(BufferedImage page, int width, int height, int pageWidth, int pageHeight) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(page, (width - pageWidth) / 2, (height - pageHeight) / 2, pageWidth, pageHeight, null);
        canvas.dispose();
        return picture;
    }
}
