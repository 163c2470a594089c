package dev.fermata.snapshot.check;

import dev.fermata.document.Document;
import dev.fermata.snapshot.spelling.SeenDocuments;
import java.util.Map;
import java.util.Optional;

/**
 * Checks what stands of each document against what its bytes say; of a sheet that has given up its bytes, only that the
 * same stands everywhere.
 */
final class DocumentCheck {
    private final SeenDocuments seen;
    private final Map<String, Document> received;

    DocumentCheck(SeenDocuments seen, Map<String, Document> received) {
        this.seen = seen;
        this.received = received;
    }

    void check(Place place, Document said) {
        Document known = Optional.ofNullable(received.get(said.sha256()))
                .or(() -> seen.first(said.sha256()))
                .orElse(said);
        boolean isThere =
                received.containsKey(said.sha256()) || said.facts().format().isSheet();
        place.at("sha256").require(isThere, "must be the hash of a document, is that of none");
        place.at("size").require(said.size() == known.size(), "must be " + known.size() + ", was " + said.size());
        place.at("facts").require(said.facts().equals(known.facts()), "must be those of the document's bytes");
    }
}
