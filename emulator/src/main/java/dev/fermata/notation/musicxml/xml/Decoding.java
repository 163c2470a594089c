package dev.fermata.notation.musicxml.xml;

import dev.fermata.notation.UnreadableScoreException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of an XML file: by its byte order mark, its first bytes, or its declaration. The parser could do
 * this itself, but would print broken characters on standard error.
 */
final class Decoding {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int DECLARATION = 200;

    private Decoding() {}

    static Reader of(byte[] file) throws UnreadableScoreException {
        int skip = startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteArrayInputStream bytes = new ByteArrayInputStream(file, skip, file.length - skip);
        return new InputStreamReader(
                bytes,
                charset(file)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(byte[] file) throws UnreadableScoreException {
        if (startsWith(file, 0xFE, 0xFF) || startsWith(file, 0xFF, 0xFE)) {
            // Reads and drops the mark.
            return StandardCharsets.UTF_16;
        }
        if (startsWith(file, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(file, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(file, 0, Math.min(file.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (startsWith(file, 0xEF, 0xBB, 0xBF) || !declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw new UnreadableScoreException("the file's encoding " + declared.group(1) + " is unknown", e);
        }
    }

    private static boolean startsWith(byte[] file, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
