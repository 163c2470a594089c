package dev.fermata.snapshot.spelling;

import dev.fermata.document.Document;
import dev.fermata.document.facts.Facts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A document without its bytes, which stand at the end of the snapshot. */
public record DocumentJson(String sha256, long size, Facts facts) {
    /** The spellings of documents in this folder. */
    public static Stream<Spelling<?, ?>> spellings(SeenDocuments seen, Path folder) {
        return Stream.of(
                new Spelling<>(
                        Document.class,
                        DocumentJson.class,
                        document -> of(seen.saw(document)),
                        wire -> seen.saw(wire.value(folder))),
                new Spelling<>(Facts.class, FactsJson.class, FactsJson::of, FactsJson::value));
    }

    static DocumentJson of(Document document) {
        return new DocumentJson(document.sha256(), document.size(), document.facts());
    }

    Document value(Path folder) {
        if (!Document.isHash(sha256)) {
            throw new IllegalArgumentException("sha256 must be 64 hex digits, was " + sha256);
        }
        return new Document(sha256, size, facts, folder.resolve(sha256));
    }

    record FactsJson(
            Facts.Format format, int pages, Optional<String> title, String keywords, Optional<Facts.Problem> problem) {
        static FactsJson of(Facts facts) {
            return new FactsJson(facts.format(), facts.pages(), facts.title(), facts.keywords(), facts.problem());
        }

        Facts value() {
            return new Facts(format, pages, title, keywords, problem);
        }
    }
}
