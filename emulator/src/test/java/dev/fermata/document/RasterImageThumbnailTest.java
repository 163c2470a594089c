package dev.fermata.document;

import static dev.fermata.document.Pictures.ascii;
import static dev.fermata.document.Pictures.joined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.document.facts.Facts.Format;
import dev.fermata.fixtures.BrokenImages;
import dev.fermata.fixtures.SheetImages;
import dev.fermata.fixtures.hostile.HostileImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The thumbnail of a picture. */
class RasterImageThumbnailTest {
    /** Far more than any of it takes; here only so that a hang is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<Format> NOT_READ_BY_THE_JDK = EnumSet.of(Format.WEBP, Format.HEIC);

    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    @AfterEach
    void close() {
        documents.close();
    }

    private Document keep(byte[] bytes) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(bytes);
            return upload.keep();
        }
    }

    private Optional<BufferedImage> thumbnail(byte[] bytes, int width, int height) throws IOException {
        Document document = keep(bytes);
        Optional<byte[]> png = assertTimeoutPreemptively(PATIENCE, () -> document.thumbnail(width, height));
        return png.isEmpty() ? Optional.empty() : Optional.of(ImageIO.read(new ByteArrayInputStream(png.get())));
    }

    private static long allocatedBy(Executable work) throws Throwable {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.execute();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Of part of a picture, from 0 for black to 1 for white. */
    private static double brightness(BufferedImage image, int fromX, int fromY, int toX, int toY) {
        long sum = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                sum += image.getRGB(x, y) & 0xff;
            }
        }
        return sum / 255.0 / (toX - fromX) / (toY - fromY);
    }

    static List<Arguments> drawn() {
        return Pictures.sheets().stream()
                .filter(sheet -> !NOT_READ_BY_THE_JDK.contains((Format) sheet.get()[0]))
                .filter(sheet -> ((byte[]) sheet.get()[2])[2] != 43)
                .toList();
    }

    @Nested
    class ShowsTheFirstPage {
        @ParameterizedTest(name = "{0} of {1}")
        @MethodSource("dev.fermata.document.RasterImageThumbnailTest#drawn")
        void withEveryThinLineOfIt(Format format, int pages, byte[] sheet) throws IOException {
            BufferedImage image = thumbnail(sheet, 300, 424).orElseThrow();
            assertEquals(300, image.getWidth());
            assertEquals(424, image.getHeight());
            assertEquals(1, brightness(image, 0, 0, 300, 50), 0.001, "above the music");
            // A staff is shades of grey: if one of its lines is nearly black, others are not there at all.
            double darkest = 0;
            double ink = 0;
            for (int y = 65; y < 80; y++) {
                double row = 1 - brightness(image, 60, y, 270, y + 1);
                darkest = Math.max(darkest, row);
                ink += row;
            }
            assertTrue(ink > 1.2 && darkest < 0.5, format + " of " + pages + ": " + ink + ", " + darkest);
        }

        @Test
        void inTheMiddleOfWhite() throws IOException {
            BufferedImage image =
                    thumbnail(HostileImages.hugePng(400, 100), 200, 200).orElseThrow();
            assertEquals(1, brightness(image, 0, 0, 200, 74));
            assertEquals(0, brightness(image, 0, 76, 200, 124));
            assertEquals(1, brightness(image, 0, 126, 200, 200));
        }

        @Test
        void of200MegapixelsInAFractionOfTheirSize() throws Throwable {
            Document huge = keep(HostileImages.hugePng(20_000, 10_000));
            long allocated =
                    allocatedBy(() -> assertTrue(huge.thumbnail(300, 424).isPresent()));
            assertTrue(allocated < 100 << 20, allocated + " bytes");
        }
    }

    @Nested
    class IsNotDrawnOf {
        @Test
        void formatsThatTheJdkDoesNotRead() throws IOException {
            assertEquals(Optional.empty(), thumbnail(SheetImages.webp(), 300, 424));
            assertEquals(Optional.empty(), thumbnail(SheetImages.webp(2), 300, 424));
            assertEquals(Optional.empty(), thumbnail(SheetImages.heic(), 300, 424));
            assertEquals(Optional.empty(), thumbnail(SheetImages.bigTiff(1), 300, 424));
        }

        @Test
        void whatIsDamaged() throws IOException {
            assertEquals(Optional.empty(), thumbnail(BrokenImages.truncated(SheetImages.png()), 300, 424));
        }

        @Test
        void whatOnlyLooksWhole() throws IOException {
            byte[] png = SheetImages.png();
            Arrays.fill(png, 100, png.length - 100, (byte) 7);
            assertEquals(Optional.empty(), keep(png).facts().problem());
            assertEquals(Optional.empty(), thumbnail(png, 300, 424));
        }

        @Test
        void rowsThatNoScannerMakes() throws IOException {
            assertEquals(Optional.empty(), thumbnail(HostileImages.hugePng(1_000_000, 2), 300, 424));
        }

        @Test
        void aProgressiveJpegThatItsDecoderWouldHoldInMemory() throws IOException {
            byte[] jpeg = progressive(ImageIO.read(new ByteArrayInputStream(SheetImages.jpeg())));
            assertTrue(thumbnail(jpeg, 300, 424).isPresent());
            int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C2");
            ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 9_000).putShort(frame + 7, (short) 9_000);
            assertEquals(Optional.empty(), keep(jpeg).facts().problem());
            assertEquals(Optional.empty(), thumbnail(jpeg, 300, 424));
        }

        @Test
        void aTiffWhoseOnlyStripItsDecoderWouldHoldInMemory() throws Throwable {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "tiff", out);
            byte[] tiff = out.toByteArray();
            assertTrue(thumbnail(tiff, 30, 42).isPresent());
            enlarge(ByteBuffer.wrap(tiff), 9_000);
            Document enlarged = keep(tiff);
            assertEquals(Optional.empty(), enlarged.facts().problem());
            long allocated =
                    allocatedBy(() -> assertTrue(enlarged.thumbnail(30, 42).isEmpty()));
            assertTrue(allocated < 10 << 20, allocated + " bytes");
        }

        @Test
        void aGifThatBeginsWithMegabytesOfComment() throws IOException {
            byte[] gif = SheetImages.gif(1);
            byte[] comment = new byte[1 + 256 * 40_000];
            for (int block = 0; block < 40_000; block++) {
                comment[256 * block] = (byte) 255;
            }
            int colours = 13 + 6;
            byte[] wordy = joined(
                    Arrays.copyOf(gif, colours),
                    ascii("!\u00FE"),
                    comment,
                    Arrays.copyOfRange(gif, colours, gif.length));
            assertEquals(1, keep(wordy).facts().pages());
            assertEquals(Optional.empty(), thumbnail(wordy, 300, 424));
        }

        private byte[] progressive(BufferedImage image) throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                ImageWriteParam how = writer.getDefaultWriteParam();
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), how);
            } finally {
                writer.dispose();
            }
            return out.toByteArray();
        }

        /** Lets the only directory claim another width, height and rows per strip. */
        private void enlarge(ByteBuffer tiff, int side) {
            int directory = tiff.getInt(4);
            for (int entry = 0; entry < tiff.getShort(directory); entry++) {
                int at = directory + 2 + 12 * entry;
                switch (tiff.getShort(at)) {
                    case 256, 257, 278 -> tiff.putShort(at + 2, (short) 4).putInt(at + 8, side);
                    default -> {
                        // As it was.
                    }
                }
            }
        }
    }
}
