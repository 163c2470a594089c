package dev.fermata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A folder that goes when it is closed, and also when the process is told to stop before that. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final AtomicBoolean deleted = new AtomicBoolean();
    private final Thread atExit = new Thread(this::delete, "fermata-at-exit");
    private volatile Runnable beforehand = () -> {};

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder make() throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory("fermata-"));
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        return folder;
    }

    Path path() {
        return path;
    }

    /** What must have stopped writing before the folder can go. */
    void stopFirst(Runnable writer) {
        beforehand = writer;
    }

    /** Deletes it with all that is in it; a second time does nothing. */
    @Override
    public void close() {
        if (!deleted.get()) {
            Runtime.getRuntime().removeShutdownHook(atExit);
            delete();
        }
    }

    private void delete() {
        if (deleted.getAndSet(true)) {
            return;
        }
        beforehand.run();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
