package dev.fermata.notation.musicxml;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import dev.fermata.notation.musicxml.xml.XmlOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Compressed MusicXML: a zip file whose container names the score file. */
public final class Mxl {

    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ROOT_FILE = "score.musicxml";
    private static final int CONTAINER_BYTES = 1 << 20;
    // The first month of the format is special: for others the JDK adds a field that depends on the time zone.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Mxl() {}

    /** Whether these bytes start like a zip file. */
    public static boolean isMxl(byte[] file) {
        return file.length >= 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /**
     * Compresses MusicXML in the layout of MusicXML 4.0: its media type uncompressed first, then the container, then
     * the score.
     */
    public static byte[] compress(byte[] musicXml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            byte[] mediaType = "application/vnd.recordare.musicxml".getBytes(StandardCharsets.US_ASCII);
            ZipEntry first = entry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(mediaType.length);
            CRC32 crc = new CRC32();
            crc.update(mediaType);
            first.setCrc(crc.getValue());
            put(zip, first, mediaType);
            put(zip, entry(CONTAINER), container());
            put(zip, entry(ROOT_FILE), musicXml);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a zip file to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Reads the score that the container names; at most 64 MB. */
    public static byte[] expand(byte[] file) throws UnreadableScoreException {
        ZipDirectory directory = ZipDirectory.of(file);
        byte[] container = directory
                .bytes(CONTAINER, CONTAINER_BYTES)
                .orElseThrow(() -> new UnreadableScoreException("the compressed file has no " + CONTAINER));
        return directory
                .bytes(rootFile(container), Limits.BYTES)
                .orElseThrow(() -> new UnreadableScoreException("the compressed file lacks the score it names"));
    }

    private static String rootFile(byte[] container) throws UnreadableScoreException {
        XmlInput xml = new XmlInput(container);
        List<String> paths = new ArrayList<>();
        xml.root();
        xml.children(outer -> {
            if (outer.equals("rootfiles")) {
                // The first is the score; others are other formats of it, such as PDF.
                xml.children(inner -> {
                    if (inner.equals("rootfile") && paths.isEmpty()) {
                        xml.attribute("full-path").ifPresent(paths::add);
                    }
                });
            }
        });
        return paths.stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableScoreException("the container names no score"));
    }

    private static byte[] container() {
        XmlOutput out = new XmlOutput();
        out.open("container");
        out.open("rootfiles");
        out.empty("rootfile", "full-path", ROOT_FILE, "media-type", "application/vnd.recordare.musicxml+xml");
        out.close();
        out.close();
        return out.bytes();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        // Not setTime: that one depends on the time zone.
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
