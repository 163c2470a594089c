package dev.fermata.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.facts.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Spells a document without its bytes, which stand elsewhere, and remembers which documents there were. */
final class DocumentCopies {
    /** What is known of one. */
    private record Known(String sha256, long size, Facts facts) {}

    /** What stands somewhere of a document. */
    private record Claim(String place, Document document) {}

    private final Path folder;
    private final Map<String, Document> met = new TreeMap<>();
    private final List<Claim> claims = new ArrayList<>();

    /** Those of a world. */
    DocumentCopies(Documents documents) {
        this.folder = documents.folder();
    }

    /** Those that have been written or read, by their hash. */
    Map<String, Document> met() {
        return met;
    }

    /**
     * Checks what stands of each document against what its bytes say; of a sheet that has given up its bytes, only that
     * the same stands everywhere.
     *
     * @param received those whose bytes have come, by their hash
     */
    void check(Map<String, Document> received) {
        for (Claim claim : claims) {
            Document said = claim.document();
            Document known = Optional.ofNullable(received.get(said.sha256()))
                    .or(() -> Optional.ofNullable(met.get(said.sha256())))
                    .orElse(said);
            Place place = new Place(claim.place());
            boolean isThere =
                    received.containsKey(said.sha256()) || said.facts().format().isSheet();
            place.at("sha256").require(isThere, "must be the hash of a document, is that of none");
            place.at("size").require(said.size() == known.size(), "must be " + known.size() + ", was " + said.size());
            place.at("facts").require(said.facts().equals(known.facts()), "must be those of the document's bytes");
        }
    }

    SimpleModule module() {
        SimpleModule module = new SimpleModule("documents");
        module.addSerializer(Document.class, new Writing());
        module.addDeserializer(Document.class, new Reading());
        return module;
    }

    private final class Writing extends StdSerializer<Document> {
        private static final long serialVersionUID = 1;

        Writing() {
            super(Document.class);
        }

        @Override
        public void serialize(Document document, JsonGenerator out, SerializerProvider provider) throws IOException {
            met.put(document.sha256(), document);
            out.writePOJO(new Known(document.sha256(), document.size(), document.facts()));
        }
    }

    private final class Reading extends StdDeserializer<Document> {
        private static final long serialVersionUID = 1;

        Reading() {
            super(Document.class);
        }

        @Override
        public Document deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Known known = context.readValue(in, Known.class);
            if (!Document.isHash(known.sha256())) {
                throw JsonMappingException.from(in, "a document is named by 64 hex digits, not " + known.sha256());
            }
            Document document =
                    new Document(known.sha256(), known.size(), known.facts(), folder.resolve(known.sha256()));
            met.putIfAbsent(document.sha256(), document);
            claims.add(new Claim(placeOf(in), document));
            return document;
        }

        private static String placeOf(JsonParser in) {
            return in.getParsingContext()
                    .pathAsPointer()
                    .toString()
                    .substring(1)
                    .replace('/', '.');
        }
    }
}
