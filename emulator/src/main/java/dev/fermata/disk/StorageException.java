package dev.fermata.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** A server cannot keep what it was sent, or has lost it: a limit of its own is reached, or its disk fails. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean limit;

    private StorageException(String message, boolean limit, @Nullable IOException cause) {
        super(message, cause);
        this.limit = limit;
    }

    /** A limit of the server's own is reached; the message names the option that moves it. */
    public static StorageException limit(String message) {
        return new StorageException(message, true, null);
    }

    /** The disk is full, or cannot be written for another reason. */
    public static StorageException unwritable(IOException cause) {
        return new StorageException("Fermata cannot write to its temporary folder: " + reasonOf(cause), false, cause);
    }

    /** What was kept is no longer there. */
    public static StorageException lost(IOException cause) {
        return new StorageException(
                "The bytes of this document are gone: they were removed from Fermata's temporary folder while it ran",
                false,
                cause);
    }

    /** Whether a limit of the server's own is reached, and its disk is well. */
    public boolean isLimit() {
        return limit;
    }

    /** A sentence for the client, without paths of this machine. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    private static String reasonOf(IOException cause) {
        if (cause instanceof FileSystemException fileSystem) {
            return fileSystem.getReason() == null ? cause.getClass().getSimpleName() : fileSystem.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
