package dev.fermata.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The {@code Content-Disposition} header of a download, by RFC 6266 and RFC 5987. */
public final class ContentDisposition {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** A download to be saved as {@code fileName}, in any script. */
    public static String attachment(String fileName) {
        String safe = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        String ascii = safe.replaceAll("[^\\x20-\\x7E]|[\"%]", "_");
        String plain = "attachment; filename=\"" + ascii + "\"";
        return ascii.equals(safe) ? plain : plain + "; filename*=UTF-8''" + encoded(safe);
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
