package dev.fermata.testing.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The MusicXML that Fermata wrote, among all that it answers: it names itself in it. What a test has uploaded comes back
 * as it was, and is not judged here.
 *
 * <p>Each valid one is kept in {@code target/produced-musicxml}, for the readers of other people.
 */
public final class WrittenMusicXml {
    private static final String SIGNATURE = "<software>Fermata</software>";
    private static final Pattern ROOT_FILE = Pattern.compile("<rootfile [^>]*full-path=\"([^\"]+)\"");
    private static final int BYTES = 64 << 20;
    private static final Path FOLDER = emptied(Path.of("target", "produced-musicxml"));

    private WrittenMusicXml() {}

    /** What is wrong with the score in this answer, plain or compressed, if it is one that Fermata wrote. */
    public static Optional<String> faultOf(byte[] body) {
        Optional<byte[]> score = (isZip(body) ? unzipped(body) : Optional.of(body)).filter(WrittenMusicXml::isSigned);
        Optional<String> fault = score.flatMap(W3cSchema::faultOf);
        if (fault.isEmpty()) {
            score.ifPresent(WrittenMusicXml::keep);
        }
        return fault;
    }

    private static boolean isZip(byte[] body) {
        return body.length >= 4 && body[0] == 'P' && body[1] == 'K' && body[2] == 3 && body[3] == 4;
    }

    /** The score that the container names. */
    private static Optional<byte[]> unzipped(byte[] body) {
        return entry(body, "META-INF/container.xml")
                .map(container -> ROOT_FILE.matcher(new String(container, StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .flatMap(found -> entry(body, found.group(1)));
    }

    private static Optional<byte[]> entry(byte[] body, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(zip.readNBytes(BYTES));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException otherZip) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("<?xml") && text.contains(SIGNATURE);
    }

    private static void keep(byte[] score) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(score);
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(HexFormat.of().formatHex(sum) + ".musicxml"), score);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what an earlier build wrote. */
    private static Path emptied(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }
}
