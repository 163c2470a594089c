package dev.fermata.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The {@code Content-Disposition} header of a download, by RFC 6266 and RFC 5987. */
public final class ContentDisposition {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** A download for clients that read no more than {@code filename=}: what is not ASCII becomes an underscore. */
    public static String asciiAttachment(String fileName) {
        return "attachment; filename=\"" + ascii(safe(fileName)) + "\"";
    }

    /** A download to be saved as {@code fileName}, in any script. */
    public static String attachment(String fileName) {
        String safe = safe(fileName);
        String plain = asciiAttachment(fileName);
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
