package dev.fermata.document;

import dev.fermata.disk.StorageException;
import dev.fermata.document.facts.Facts;
import dev.fermata.document.thumbnail.PageRenderer;
import dev.fermata.document.thumbnail.RasterRenderer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An uploaded file that Fermata keeps: its bytes are on disk, only what is known of them is in memory.
 *
 * @param sha256 the hash of the bytes, 64 lower-case hex digits; it names the document
 * @param size in bytes
 * @param facts what the bytes are
 * @param file where the bytes are
 */
public record Document(String sha256, long size, Facts facts, Path file) {
    /** How many bytes the pictures of a sheet take at most that are kept beside it. */
    static final long PICTURE_BYTES = 128 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Document.class);

    /** Whether a text has the form of a {@link #sha256}, in digits of either case. */
    public static boolean isHash(String text) {
        return text.matches("\\p{XDigit}{64}");
    }

    /** The bytes. */
    public byte[] bytes() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException removed) {
            throw StorageException.lost(removed);
        }
    }

    /**
     * A PNG of the first page of a sheet, of exactly so many pixels; empty for other formats, for a page that cannot be
     * drawn, as in WebP, HEIC and BigTIFF, and for a sheet that has given up its bytes. Kept beside the document, as far as
     * there is room.
     */
    public Optional<byte[]> thumbnail(int width, int height) throws IOException {
        Path kept = pictures().resolve(width + "x" + height + ".png");
        if (Files.exists(kept)) {
            return Optional.of(Files.readAllBytes(kept));
        }
        if (facts.problem().isPresent() || !Files.exists(file)) {
            return Optional.empty();
        }
        Optional<BufferedImage> page = firstPage(width, height);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        byte[] png = png(page.get());
        keep(png, kept);
        return Optional.of(png);
    }

    /** A picture that cannot be kept is drawn anew the next time. */
    private void keep(byte[] png, Path kept) {
        try {
            if (png.length + pictureBytes() > PICTURE_BYTES) {
                return;
            }
            Path written = Files.createTempFile(Files.createDirectories(pictures()), "thumbnail-", "");
            try {
                Files.write(written, png);
                Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException full) {
            LOG.debug("the picture is not kept", full);
        }
    }

    private long pictureBytes() throws IOException {
        if (!Files.exists(pictures())) {
            return 0;
        }
        long bytes = 0;
        try (DirectoryStream<Path> pictures = Files.newDirectoryStream(pictures())) {
            for (Path picture : pictures) {
                bytes += Files.size(picture);
            }
        }
        return bytes;
    }

    private Optional<BufferedImage> firstPage(int width, int height) throws IOException {
        return switch (facts.format()) {
            case PDF -> PageRenderer.firstPage(file, width, height);
            case JPEG, PNG, TIFF, GIF, BMP -> RasterRenderer.firstPage(file, facts.format(), width, height);
            case WEBP, HEIC, XML, ZIP, MIDI, EMPTY, OTHER -> Optional.empty();
        };
    }

    /** Deletes the bytes and what was drawn from them. */
    void delete() {
        try {
            Files.deleteIfExists(file);
            if (Files.exists(pictures())) {
                deletePictures();
            }
        } catch (NoSuchFileException removed) {
            LOG.debug("the folder was removed before its documents", removed);
        } catch (DirectoryNotEmptyException stillDrawn) {
            LOG.debug("a picture was drawn meanwhile; it is deleted with its world", stillDrawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deletePictures() throws IOException {
        try (DirectoryStream<Path> mine = Files.newDirectoryStream(pictures())) {
            for (Path picture : mine) {
                Files.deleteIfExists(picture);
            }
        }
        Files.deleteIfExists(pictures());
    }

    /** A folder of its own, so that deleting one document does not list the files of all. */
    private Path pictures() {
        return file.resolveSibling(sha256 + "-pictures");
    }

    /** Not to the stream itself: ImageIO would keep what it writes in a temporary file of its own. */
    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
