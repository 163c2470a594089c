package dev.fermata.document.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads facts from files, and remembers them by the hash of the bytes, so that no document is parsed twice. Safe for use
 * by many threads.
 */
public final class FactsReader {
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Facts> byHash = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Facts> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /**
     * The facts of a file.
     *
     * @param head its first bytes, at most {@link Sniffer#HEAD_BYTES}
     * @param headLength how many of these there are
     */
    public Facts of(String sha256, Path file, byte[] head, int headLength) throws IOException {
        Facts known = byHash.get(sha256);
        if (known != null) {
            return known;
        }
        Facts facts = read(Sniffer.formatOf(head, headLength), file);
        byHash.put(sha256, facts);
        return facts;
    }

    private static Facts read(Facts.Format format, Path file) throws IOException {
        if (format == Facts.Format.PDF) {
            return PdfInspector.inspect(file);
        }
        return format.isRaster() ? RasterInspector.inspect(format, file) : Facts.of(format);
    }
}
