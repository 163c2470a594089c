package dev.fermata.notation.musicxml.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites decoded MusicXML text as UTF-8. The XML declaration still names the original encoding, so UTF-8 replaces
 * that name.
 */
public final class DecodedText extends OutputStream {

    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^((?:\u00EF\u00BB\u00BF)?<\\?xml[^>]{0,100}?encoding\\s*=\\s*)([\"'])([^\"'>]*)\\2");

    private final OutputStream out;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    public DecodedText(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int ofHead = Math.min(length, LONGEST_DECLARATION - head.size());
        if (ofHead > 0) {
            head.write(bytes, offset, ofHead);
            if (head.size() == LONGEST_DECLARATION) {
                writeHead();
            }
        }
        out.write(bytes, offset + ofHead, length - ofHead);
    }

    /** Writes the rest of a text that is not longer than a declaration. */
    public void finish() throws IOException {
        if (head.size() < LONGEST_DECLARATION) {
            writeHead();
        }
    }

    private void writeHead() throws IOException {
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(text);
        boolean isOther = encoding.find() && !encoding.group(3).equalsIgnoreCase("UTF-8");
        String written = isOther ? encoding.replaceFirst("$1$2UTF-8$2") : text;
        out.write(written.getBytes(StandardCharsets.ISO_8859_1));
    }
}
