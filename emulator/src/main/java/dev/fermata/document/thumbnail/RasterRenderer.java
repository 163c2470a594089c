package dev.fermata.document.thumbnail;

import dev.fermata.document.facts.Facts.Format;
import dev.fermata.document.raster.Gif;
import dev.fermata.document.raster.Jpeg;
import dev.fermata.document.raster.RasterFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;

/**
 * Draws the first picture of a raster file that the JDK reads, within bounds that hold against pictures made to exhaust
 * a decoder. Large ones are thinned out while they are read.
 */
public final class RasterRenderer {
    /** As many as a picture may claim; asked again, as the decoder may see another picture than the inspector did. */
    private static final long MOST_PIXELS_READ = 200_000_000;

    /** What is left of a large picture after thinning out: an A4 page at 300 dots to the inch stays whole. */
    private static final long MOST_PIXELS_KEPT = 10_000_000;

    /** Decoders hold a row of pixels or two; no camera and no scanner makes a longer one. */
    private static final int LONGEST_SIDE = 65_535;

    /** The decoder of TIFF holds a whole strip or tile, and many a file is a single one. */
    private static final long MOST_BYTES_OF_A_TILE = 64L << 20;

    /** The decoder of JPEG holds all pixels of a picture that is sent in several scans. */
    private static final long MOST_PIXELS_HELD = 40_000_000;

    /** Ten scans of as many pixels as that; a decoder goes over all of them in each. */
    private static final long MOST_PIXELS_SCANNED = 10 * MOST_PIXELS_HELD;

    /** The decoder of GIF in Java 17 copies all it has of a comment for every 255 bytes more. */
    private static final long LONGEST_PREAMBLE = 1 << 20;

    private RasterRenderer() {}

    /** The picture in one of so many pixels, as large as fits; empty when it cannot be drawn. */
    public static Optional<BufferedImage> firstPage(Path path, Format format, int width, int height) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(path.toFile())) {
            // Without metadata: some of it is compressed, and inflated without bounds.
            reader.setInput(stream, true, true);
            if (isTooDear(path, format) || isTooLarge(reader, format)) {
                return Optional.empty();
            }
            return Optional.of(Thumbnail.fitted(reader.read(0, thinnedOut(reader)), width, height));
        } catch (IOException | RuntimeException undrawable) {
            // A picture that breaks the decoder is not drawn; that is no reason to fail the request.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static boolean isTooDear(Path path, Format format) throws IOException {
        try (RasterFile file = RasterFile.open(path)) {
            return switch (format) {
                case JPEG -> isTooDear(Jpeg.read(file));
                case GIF -> Gif.read(file).preamble() > LONGEST_PREAMBLE;
                default -> false;
            };
        }
    }

    private static boolean isTooDear(Jpeg jpeg) {
        boolean held = jpeg.progressive() || jpeg.scans() > 1;
        return held && (jpeg.pixels() > MOST_PIXELS_HELD || jpeg.pixels() > MOST_PIXELS_SCANNED / jpeg.scans());
    }

    private static boolean isTooLarge(ImageReader reader, Format format) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS_READ) {
            return true;
        }
        return format == Format.TIFF && (isJpegInside(reader.getImageMetadata(0)) || hasLargeTiles(reader));
    }

    /** The JPEG inside a TIFF has a size of its own, which nobody has looked at. */
    private static boolean isJpegInside(IIOMetadata metadata) throws IOException {
        int compression = TIFFDirectory.createFromMetadata(metadata)
                .getTIFFField(BaselineTIFFTagSet.TAG_COMPRESSION)
                .getAsInt(0);
        return compression == BaselineTIFFTagSet.COMPRESSION_JPEG
                || compression == BaselineTIFFTagSet.COMPRESSION_OLD_JPEG;
    }

    private static boolean hasLargeTiles(ImageReader reader) throws IOException {
        long bitsPerPixel = reader.getRawImageType(0).getColorModel().getPixelSize();
        long pixels = (long) reader.getTileWidth(0) * reader.getTileHeight(0);
        return pixels > MOST_BYTES_OF_A_TILE * 8 / bitsPerPixel;
    }

    private static ImageReadParam thinnedOut(ImageReader reader) throws IOException {
        double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        int step = (int) Math.max(1, Math.ceil(Math.sqrt(pixels / MOST_PIXELS_KEPT)));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return how;
    }
}
