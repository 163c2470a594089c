package dev.fermata.snapshot.spelling;

import dev.fermata.document.Document;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The documents that stand in the rows of a snapshot, as far as it is written or read. */
public final class SeenDocuments {
    private final Map<String, Document> byHash = new TreeMap<>();

    /** All of them, by their hash. */
    public Collection<Document> all() {
        return byHash.values();
    }

    /** What was first said of the document with this hash. */
    public Optional<Document> first(String sha256) {
        return Optional.ofNullable(byHash.get(sha256));
    }

    Document saw(Document document) {
        byHash.putIfAbsent(document.sha256(), document);
        return document;
    }
}
