package dev.fermata.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/**
 * Finds decompression bombs before a parser meets them.
 *
 * <p>To find the pages, a PDF parser inflates cross-reference and object streams into memory, whole and unbounded. Here
 * they are inflated first into nothing, up to a bound no honest score comes near.
 */
final class InflationGuard {
    /** 64 MB of objects: thousands of times what the page tree of a score takes. */
    static final long MOST_INFLATED_BYTES = 64L << 20;

    private static final int WINDOW = 1 << 20;
    private static final int LONGEST_DICTIONARY = 1024;
    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);

    private InflationGuard() {}

    static boolean inflatesBeyondReason(Path pdf) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pdf.toFile(), "r")) {
            byte[] window = new byte[(int) Math.min(WINDOW + LONGEST_DICTIONARY, file.length())];
            long budget = MOST_INFLATED_BYTES;
            for (long start = 0; start < file.length(); start += WINDOW) {
                // Each window begins with the tail of the one before: a dictionary may lie across the border.
                long from = Math.max(0, start - LONGEST_DICTIONARY);
                file.seek(from);
                int length = readFully(file, window);
                for (int at = next(window, (int) (start - from), length); at >= 0; at = next(window, at + 1, length)) {
                    String dictionary = dictionaryBefore(window, at);
                    if (!isReadByTheParser(dictionary)) {
                        continue;
                    }
                    if (isFilteredTwice(dictionary)) {
                        return true;
                    }
                    budget -= inflatedSize(file, from + at + KEYWORD.length, budget);
                    if (budget <= 0) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** How many bytes a deflated stream inflates to; counting ends beyond {@code limit}. */
    static long inflatedSize(InputStream deflated, long limit) {
        byte[] sink = new byte[8192];
        long total = 0;
        try (InputStream inflating = new InflaterInputStream(deflated)) {
            for (int n = inflating.read(sink); n >= 0 && total <= limit; n = inflating.read(sink)) {
                total += n;
            }
        } catch (IOException notDeflated) {
            // What does not inflate is no bomb; the parser will say what it is instead.
            return total;
        }
        return total;
    }

    private static long inflatedSize(RandomAccessFile file, long from, long limit) throws IOException {
        file.seek(from);
        int first = file.read();
        if (first == '\r') {
            first = file.read();
        }
        if (first != '\n') {
            return 0;
        }
        return inflatedSize(new FileRest(file), limit);
    }

    private static int next(byte[] window, int from, int length) {
        outer:
        for (int at = Math.max(from, 1); at + KEYWORD.length <= length; at++) {
            for (int i = 0; i < KEYWORD.length; i++) {
                if (window[at + i] != KEYWORD[i]) {
                    continue outer;
                }
            }
            if (window[at - 1] != 'd') {
                return at;
            }
        }
        return -1;
    }

    private static String dictionaryBefore(byte[] window, int at) {
        int from = Math.max(0, at - LONGEST_DICTIONARY);
        String before = new String(window, from, at - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    private static boolean isReadByTheParser(String dictionary) {
        return dictionary.contains("/ObjStm") || dictionary.contains("/XRef");
    }

    private static boolean isFilteredTwice(String dictionary) {
        return dictionary.contains("/LZWDecode")
                || dictionary.indexOf("/FlateDecode") != dictionary.lastIndexOf("/FlateDecode");
    }

    private static int readFully(RandomAccessFile file, byte[] into) throws IOException {
        int length = 0;
        for (int n = file.read(into); n > 0; n = file.read(into, length, into.length - length)) {
            length += n;
        }
        return length;
    }

    /** The file from where it is; not closed, as it is still needed. */
    private static final class FileRest extends InputStream {
        private final RandomAccessFile file;

        FileRest(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return file.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return file.read(into, offset, length);
        }
    }
}
