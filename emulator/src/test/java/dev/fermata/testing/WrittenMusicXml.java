package dev.fermata.testing;

import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.Mxl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The MusicXML that Fermata wrote, among all that it answers: it names itself in it. What a test has uploaded comes back
 * as it was, and is not judged here.
 *
 * <p>Each valid one is kept in {@code target/produced-musicxml}, for the readers of other people.
 */
final class WrittenMusicXml {
    private static final String SIGNATURE = "<software>Fermata</software>";
    private static final Path FOLDER = emptied(Path.of("target", "produced-musicxml"));

    private WrittenMusicXml() {}

    /** What is wrong with the score in this answer, plain or compressed, if it is one that Fermata wrote. */
    static Optional<String> faultOf(byte[] body) {
        Optional<byte[]> score = plain(body).filter(WrittenMusicXml::isSigned);
        Optional<String> fault = score.flatMap(W3cSchema::faultOf);
        if (fault.isEmpty()) {
            score.ifPresent(WrittenMusicXml::keep);
        }
        return fault;
    }

    private static Optional<byte[]> plain(byte[] body) {
        try {
            return Optional.of(Mxl.isMxl(body) ? Mxl.expand(body) : body);
        } catch (UnreadableScoreException otherZip) {
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
