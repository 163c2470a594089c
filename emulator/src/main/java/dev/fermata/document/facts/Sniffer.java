package dev.fermata.document.facts;

import dev.fermata.document.facts.Facts.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a format from the first bytes of a file. */
public final class Sniffer {
    /** As many first bytes as a verdict needs; PDF readers look for the header in the first kilobyte. */
    public static final int HEAD_BYTES = 1024;

    /** Both byte orders, and the large variant of each. */
    private static final List<String> TIFF_MARKS = List.of("II*\0", "MM\0*", "II+\0\b\0\0\0", "MM\0+\0\b\0\0");

    /** The second form is that of old versions of Acrobat. */
    private static final Pattern PDF_HEADER = Pattern.compile("%PDF-|%!PS-Adobe-\\d\\.\\d PDF-\\d\\.\\d");

    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");
    private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    private Sniffer() {}

    public static Format formatOf(byte[] head, int length) {
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
        Format raster = rasterOf(text);
        if (raster != Format.OTHER) {
            return raster;
        }
        // A server may have put markup before a PDF; its header counts wherever readers look for it.
        if (PDF_HEADER.matcher(text).find()) {
            return Format.PDF;
        }
        return isXml(text) ? Format.XML : Format.OTHER;
    }

    /** Before XML and PDF: those may begin later, and their first characters stand in the middle of many a picture. */
    private static Format rasterOf(String text) {
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return Format.JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Format.PNG;
        }
        if (TIFF_MARKS.stream().anyMatch(text::startsWith)) {
            return Format.TIFF;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Format.GIF;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Format.WEBP;
        }
        if (isHeic(text)) {
            return Format.HEIC;
        }
        return isBmp(text) ? Format.BMP : Format.OTHER;
    }

    /** Its brand is one of the family; AVIF shares the general brands, and says in the others that it is AVIF. */
    private static boolean isHeic(String text) {
        if (!text.startsWith("ftyp", 4) || text.length() < 16 || !HEIC_BRANDS.contains(text.substring(8, 12))) {
            return false;
        }
        int end = Math.min(text.length(), text.charAt(2) << 8 | text.charAt(3));
        for (int brand = 16; brand + 4 <= end; brand += 4) {
            if (text.startsWith("avif", brand) || text.startsWith("avis", brand)) {
                return false;
            }
        }
        return true;
    }

    /** Two letters prove little: the size of the second header, which has few values, must be there too. */
    private static boolean isBmp(String text) {
        return text.startsWith("BM")
                && text.length() >= 18
                && text.startsWith("\0\0\0", 15)
                && BMP_HEADERS.contains((int) text.charAt(14));
    }

    private static boolean isXml(String text) {
        String withoutMark = text.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "");
        return withoutMark.replace("\0", "").stripLeading().startsWith("<");
    }
}
