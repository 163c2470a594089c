package dev.fermata.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The documents of one world, each kept once by the hash of its bytes, in a folder that goes with the world.
 *
 * <p>Facts are remembered by hash even when the bytes were refused, so that no document is ever parsed twice. Safe for
 * use by many threads.
 */
public final class Documents implements AutoCloseable {
    private static final int MOST_REMEMBERED_FACTS = 10_000;

    private final Path folder;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Facts> factsByHash = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Facts> eldest) {
            return size() > MOST_REMEMBERED_FACTS;
        }
    });

    /** A document, and how many hold on to it. */
    private record Kept(Document document, int holders) {
        Kept heldBy(int more) {
            return new Kept(document, holders + more);
        }
    }

    /** Keeps documents in {@code folder}, which is made now and deleted by {@link #close}. */
    public Documents(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place to write the bytes of one upload to; close it, whatever becomes of it. */
    public Upload receive() {
        return new Upload(this, folder);
    }

    /** Lets go of a document; the last to do so deletes its bytes, and what was drawn from them. */
    public void release(Document document) {
        kept.computeIfPresent(document.sha256(), (hash, held) -> {
            if (held.holders() > 1) {
                return held.heldBy(-1);
            }
            document.delete();
            return null;
        });
    }

    /** How many different documents are kept. */
    public int count() {
        return kept.size();
    }

    Facts factsOf(String sha256, Path file, byte[] head, int headLength) throws IOException {
        Facts known = factsByHash.get(sha256);
        if (known != null) {
            return known;
        }
        Facts.Format format = Sniffer.formatOf(head, headLength);
        Facts facts = format == Facts.Format.PDF ? PdfInspector.inspect(file) : Facts.of(format);
        factsByHash.put(sha256, facts);
        return facts;
    }

    Document keep(String sha256, long size, Facts facts, Path received) {
        return kept.compute(
                        sha256,
                        (hash, held) -> held != null
                                ? held.heldBy(1)
                                : new Kept(new Document(hash, size, facts, moved(received, folder.resolve(hash))), 1))
                .document();
    }

    private static Path moved(Path from, Path to) {
        try {
            return Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kept.clear();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
