package dev.fermata.score.content;

import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.Upload;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the recognition of some documents is to yield: a score that somebody supplies takes the place of the one that
 * would be imagined.
 *
 * <p>A document is known by its bytes or, failing that, by its file name. An answer holds for the jobs that are started
 * after it was given; its file stays with those that have it, until the world ends. Safe for use by many threads.
 */
public final class Answers {
    private final Documents documents;
    private final Optional<Answers> others;
    private final Map<String, Answer> byHash = new ConcurrentHashMap<>();
    private final Map<String, Answer> byName = new ConcurrentHashMap<>();

    /**
     * A score that somebody supplied.
     *
     * @param title its own; may be empty
     */
    public record Answer(Content score, String title) {}

    /** All that they are, by the hash of a document and by its name. */
    public record State(Map<String, Answer> byHash, Map<String, Answer> byName) {}

    /**
     * No answers yet.
     *
     * @param documents where their files are kept
     * @param others the answers that hold where there are none here
     */
    public Answers(Documents documents, Optional<Answers> others) {
        this.documents = documents;
        this.others = others;
    }

    /** All that they are, without the others. */
    public State state() {
        return new State(new TreeMap<>(byHash), new TreeMap<>(byName));
    }

    /** Restores them. */
    public void restore(State state) {
        byHash.putAll(state.byHash());
        byName.putAll(state.byName());
    }

    /**
     * Answers every document that is called so, whatever its folder and extension.
     *
     * @param fileName as {@code sonata.pdf}
     * @param score MusicXML, plain or compressed, or MIDI
     * @throws IllegalArgumentException if the score cannot be read; its message says why
     */
    public void forName(String fileName, byte[] score) {
        forName(fileName, read(score));
    }

    /**
     * Answers the document with exactly these bytes.
     *
     * @param score as in {@link #forName}
     * @throws IllegalArgumentException as in {@link #forName}
     */
    public void forBytes(byte[] document, byte[] score) {
        forHash(hashOf(document), read(score));
    }

    /**
     * Answers the document with this hash.
     *
     * @param sha256 64 hex digits
     * @param score as in {@link #forName}
     * @throws IllegalArgumentException as in {@link #forName}, and if the hash is none
     */
    public void forHash(String sha256, byte[] score) {
        if (!Document.isHash(sha256)) {
            throw new IllegalArgumentException("a hash is 64 hex digits, not " + sha256);
        }
        forHash(sha256, read(score));
    }

    void forName(String fileName, Answer answer) {
        byName.put(nameOf(fileName), answer);
    }

    void forHash(String sha256, Answer answer) {
        byHash.put(sha256.toLowerCase(Locale.ROOT), answer);
    }

    /** The answer to a document that somebody calls so. */
    public Optional<Answer> find(Document document, String fileName) {
        return Optional.ofNullable(byHash.get(document.sha256()))
                .or(() -> Optional.ofNullable(byName.get(nameOf(fileName))))
                .or(() -> others.flatMap(more -> more.find(document, fileName)));
    }

    /** One form for one name: a Mac writes ü in two characters, and all others in one. */
    static String nameOf(String fileName) {
        return Normalizer.normalize(Titles.ofFile(fileName).orElse(""), Normalizer.Form.NFC);
    }

    static String hashOf(byte[] document) {
        return HexFormat.of().formatHex(Upload.newDigest().digest(document));
    }

    static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("the score has more than " + (Limits.BYTES >> 20) + " MB");
    }

    /** Keeps a score, which must be one. */
    Answer read(byte[] score) {
        if (score.length > Limits.BYTES) {
            throw tooLarge();
        }
        try (Upload upload = documents.receive()) {
            upload.write(score);
            Document file = upload.keep();
            try {
                return new Answer(
                        Content.uploaded(file), Excerpt.of(Content.read(file).title(), Excerpt.TITLE));
            } catch (UnreadableScoreException unreadable) {
                documents.release(file);
                throw new IllegalArgumentException(unreadable.reason(), unreadable);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
