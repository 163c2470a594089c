package dev.fermata.document;

import dev.fermata.document.Facts.Format;
import java.nio.charset.StandardCharsets;

/** Tells a format from the first bytes of a file. */
final class Sniffer {
    /** As many first bytes as a verdict needs; PDF readers look for the header in the first kilobyte. */
    static final int HEAD_BYTES = 1024;

    private Sniffer() {}

    static Format formatOf(byte[] head, int length) {
        if (length == 0) {
            return Format.EMPTY;
        }
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return Format.ZIP;
        }
        if (text.startsWith("MThd")) {
            return Format.MIDI;
        }
        if (isXml(text)) {
            return Format.XML;
        }
        return text.contains("%PDF-") ? Format.PDF : Format.OTHER;
    }

    private static boolean isXml(String text) {
        String withoutMark = text.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "");
        return withoutMark.replace("\0", "").stripLeading().startsWith("<");
    }
}
