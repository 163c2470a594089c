package dev.fermata.http.answer;

import dev.fermata.http.request.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an operation answers. Immutable. */
public final class Reply implements Answer {
    private static final byte[] NOTHING = {};

    /** Content that is made while it is sent. */
    @FunctionalInterface
    public interface Stream {
        /** Writes all of it; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private final int status;
    private final String contentType;
    private final byte[] content;
    private final @Nullable Stream stream;
    private final @Nullable Fault fault;
    private final @Nullable String assumption;
    private final @Nullable Object subject;
    private final Map<String, String> headers;

    private Reply(
            int status,
            String contentType,
            byte[] content,
            @Nullable Stream stream,
            @Nullable Fault fault,
            @Nullable String assumption,
            @Nullable Object subject,
            Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.content = content;
        this.stream = stream;
        this.fault = fault;
        this.assumption = assumption;
        this.subject = subject;
        this.headers = headers;
    }

    /** A wire record as JSON. */
    public static Reply json(int status, Object wire) {
        return json(status, "application/json", wire);
    }

    /** A wire record as JSON of a more special media type. */
    public static Reply json(int status, String contentType, Object wire) {
        return new Reply(status, contentType, Json.write(wire), null, null, null, null, Map.of());
    }

    /** Bytes of any type. */
    public static Reply of(int status, String contentType, byte[] content) {
        return new Reply(status, contentType, content, null, null, null, null, Map.of());
    }

    /** A file. */
    public static Reply file(String contentType, byte[] content) {
        return of(200, contentType, content);
    }

    /** A file of unknown length that is produced while it is sent, because it is too large for memory. */
    public static Reply file(String contentType, Stream stream) {
        return new Reply(200, contentType, NOTHING, stream, null, null, null, Map.of());
    }

    /** No content: 204. */
    public static Reply nothing() {
        return of(204, "", NOTHING);
    }

    /** No answer at all. It must be {@link #broken}. */
    public static Reply none() {
        return of(0, "", NOTHING);
    }

    /** The same reply with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, content, stream, fault, assumption, subject, more);
    }

    /** The same reply with other content. */
    public Reply with(String otherType, byte[] otherContent) {
        return new Reply(status, otherType, otherContent, null, fault, assumption, subject, headers);
    }

    /** The same reply with a fault while it is sent. */
    public Reply broken(Fault how) {
        return new Reply(status, contentType, content, stream, how, assumption, subject, headers);
    }

    /**
     * The same reply, marked as one that relies on an assumed behaviour: the sentence of an {@link
     * dev.fermata.fidelity.Assumed}.
     */
    public Reply assuming(String behaviour) {
        return new Reply(status, contentType, content, stream, fault, behaviour, subject, headers);
    }

    /** The same reply with its subject, which is kept for the journal and not sent. */
    public Reply about(Object what) {
        return new Reply(status, contentType, content, stream, fault, assumption, what, headers);
    }

    @Override
    public Reply map(UnaryOperator<Reply> change) {
        return change.apply(this);
    }

    /** The same reply, marked as Fermata's own. */
    public Reply by(OwnAnswer why) {
        return with(OwnAnswer.HEADER, why.label());
    }

    public int status() {
        return status;
    }

    /** Its media type; empty when there is no content. */
    public String contentType() {
        return contentType;
    }

    /** Its content, unless that is a {@link #stream}. */
    public byte[] content() {
        return content;
    }

    public Optional<Stream> stream() {
        return Optional.ofNullable(stream);
    }

    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** The assumption that it relies on, if any. */
    public Optional<String> assumption() {
        return Optional.ofNullable(assumption);
    }

    /** Its subject, if {@link #about} has set one. */
    public Optional<Object> subject() {
        return Optional.ofNullable(subject);
    }

    public Map<String, String> headers() {
        return headers;
    }
}
