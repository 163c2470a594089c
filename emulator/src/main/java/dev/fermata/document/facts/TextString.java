package dev.fermata.document.facts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Text strings of PDF: in UTF-16, in an encoding of their own, and since PDF 2.0 in UTF-8. */
final class TextString {
    /** Between two escape characters a string may name the language of what follows. */
    private static final Pattern LANGUAGE = Pattern.compile("\u001B[A-Za-z-]{2,16}\u001B");

    private TextString() {}

    /** What it says; empty for an object of another kind. */
    static Optional<String> of(@Nullable COSBase object) {
        return object instanceof COSString string ? Optional.of(text(string)) : Optional.empty();
    }

    private static String text(COSString string) {
        byte[] bytes = string.getBytes();
        boolean isUtf8 =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        String text = isUtf8 ? new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8) : string.getString();
        return LANGUAGE.matcher(text).replaceAll("");
    }
}
