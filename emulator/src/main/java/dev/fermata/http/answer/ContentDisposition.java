package dev.fermata.http.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The {@code Content-Disposition} header of a download, by RFC 6266 and RFC 5987. */
public final class ContentDisposition {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$&'*+.^_`|~-]+");
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /**
     * A download for clients that read only {@code filename=} and may keep its quotes: a name that is a token of RFC 9110
     * has none. What is not ASCII becomes an underscore.
     */
    public static String asciiAttachment(String fileName) {
        String name = ascii(safe(fileName));
        return TOKEN.matcher(name).matches() ? "attachment; filename=" + name : quoted(name);
    }

    private static String quoted(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    /** A download to be saved as {@code fileName}, in any script. */
    public static String attachment(String fileName) {
        String safe = safe(fileName);
        String plain = quoted(ascii(safe));
        return ascii(safe).equals(safe) ? plain : plain + "; filename*=UTF-8''" + encoded(safe);
    }

    private static String safe(String fileName) {
        return fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_");
    }

    private static String ascii(String safe) {
        return safe.replaceAll("[^\\x20-\\x7E]|[\"%]", "_");
    }

    private static String encoded(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || ATTR_CHARS.indexOf(c) >= 0)) {
                out.write(c);
            } else {
                out.writeBytes(String.format("%%%02X", b & 0xFF).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toString(StandardCharsets.US_ASCII);
    }
}
