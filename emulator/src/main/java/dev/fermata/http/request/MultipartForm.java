package dev.fermata.http.request;

import dev.fermata.http.spool.Spool;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a {@code multipart/form-data} request; large ones on disk, none for longer than the request. */
public final class MultipartForm implements AutoCloseable {
    private static final String CONFIG = "org.eclipse.jetty.multipartConfig";
    private static final int MOST_IN_MEMORY = 256 * 1024;
    private static final int LONGEST_TEXT = 1024;

    private final Collection<Part> parts;

    private MultipartForm(Collection<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a form; a request of another type is a form without parts.
     *
     * @param mostBytes how long the request may be
     * @throws BadBody if it is longer, or no well-formed form
     */
    public static MultipartForm receive(Context ctx, long mostBytes) throws IOException {
        String contentType = Optional.ofNullable(ctx.header("Content-Type")).orElse("");
        Body.received(ctx, mostBytes);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return new MultipartForm(List.of());
        }
        Spool spool = Spool.of(ctx);
        ctx.req()
                .setAttribute(
                        CONFIG, new MultipartConfigElement(spool.folder().toString(), -1, mostBytes, MOST_IN_MEMORY));
        try {
            return new MultipartForm(ctx.req().getParts());
        } catch (ServletException | RuntimeException | IOException malformed) {
            // Jetty hangs up on such a request; a client that is not told would send its next one into the void.
            ctx.header("Connection", "close");
            spool.check();
            throw new BadBody(
                    BadBody.Kind.MALFORMED, "The form could not be read: it is malformed, cut off or too large");
        }
    }

    /** The file in the field {@code name}: a part that has a file name, or says that it is one by its type. */
    public Optional<FilePart> file(String name) {
        return parts.stream()
                .filter(part -> part.getName().equals(name))
                .filter(part -> part.getSubmittedFileName() != null || part.getContentType() != null)
                .findFirst()
                .map(FilePart::new);
    }

    /** The text in the field {@code name}, its first thousand bytes. */
    public Optional<String> text(String name) throws IOException {
        for (Part part : parts) {
            if (part.getName().equals(name) && part.getSubmittedFileName() == null) {
                try (InputStream in = part.getInputStream()) {
                    return Optional.of(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.delete();
        }
    }

    /** A file of a form. */
    public static final class FilePart {
        private final Part part;

        private FilePart(Part part) {
            this.part = part;
        }

        /** In bytes. */
        public long size() {
            return part.getSize();
        }

        /** As the client called it; it may be empty. */
        public String fileName() {
            return Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        }

        /** Its bytes. */
        public InputStream open() throws IOException {
            return part.getInputStream();
        }
    }
}
