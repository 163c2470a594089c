package dev.fermata.http.request;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Files for bodies and answers that are too large for the memory. Safe for use by many threads. */
public interface Spool {
    /** The attribute of a server that holds its spool. */
    String ATTRIBUTE = "fermata.spool";

    /** The spool of the server that has received a request. */
    static Spool of(Context ctx) {
        return (Spool) ctx.req().getServletContext().getAttribute(ATTRIBUTE);
    }

    /** The folder of the files. */
    Path folder();

    /** Makes the folder again if it was removed. Fails with an exception of which {@link #problemOf} knows the reason. */
    void prepare();

    /**
     * Makes a new, empty file.
     *
     * @throws SpoolException if that is not possible
     */
    Path newFile(String prefix);

    /** Fails as {@link #prepare} does if nothing can be written to the folder, although it is there. */
    void check();

    /** The reason for a request to fail, if storage is it: the request is then answered 507. */
    Optional<String> problemOf(Throwable failure);

    /** Bytes could not be written. */
    final class SpoolException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final IOException reason;

        public SpoolException(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        /** What was in the way. */
        public IOException reason() {
            return reason;
        }
    }
}
