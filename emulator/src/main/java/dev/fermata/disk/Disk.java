package dev.fermata.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one server, and how many bytes all of its worlds keep in it together. Safe for use by many threads.
 *
 * <p>Who keeps bytes takes room for them before they are written, and gives it back when they are deleted.
 */
public final class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
    private static final int PROBE_BYTES = 1 << 20;
    private static final String PROBE = "probe-";

    /** A folder that can be made again when it was removed. */
    public interface Folder {
        Path path();

        /** Makes it, unless it is there. */
        void make() throws IOException;
    }

    private final Folder folder;
    private final long mostBytes;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile Optional<String> problem = Optional.empty();

    /** Room for {@code mostBytes} in a folder. */
    public Disk(Folder folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Without a limit, in a folder that is there. */
    public static Disk unlimited(Path folder) {
        return new Disk(
                new Folder() {
                    @Override
                    public Path path() {
                        return folder;
                    }

                    @Override
                    public void make() throws IOException {
                        Files.createDirectories(folder);
                    }
                },
                Long.MAX_VALUE);
    }

    public Path folder() {
        return folder.path();
    }

    /** Makes the folder again if it was removed. Throws {@link StorageException} if that is not possible. */
    public void make() {
        try {
            folder.make();
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    /** How many bytes are kept. */
    public long taken() {
        return taken.get();
    }

    /** Takes room for {@code bytes}; answers whether there was enough. */
    public boolean take(long bytes) {
        long before = taken.get();
        while (bytes <= mostBytes - before) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    public StorageException full() {
        return StorageException.limit(String.format(
                "The worlds of this server may keep %,d bytes on disk together, and have no room for this: end a world,"
                        + " or start Fermata with a larger --max-disk",
                mostBytes));
    }

    /** Notes that a request failed; logs the first of them, the tenth, the hundredth and so on. */
    public void failed(StorageException failure) {
        if (!failure.isLimit()) {
            problem = Optional.of(failure.reason());
        }
        long count = failures.incrementAndGet();
        if (isPowerOfTen(count)) {
            LOG.error("{} ({} requests have failed so)", failure.reason(), count, failure.getCause());
        }
    }

    /** Why nothing can be written now, as far as is known; empty when it can. */
    public Optional<String> problem() {
        try {
            folder.make();
            if (problem.isPresent()) {
                probe(folder.path());
                problem = Optional.empty();
            }
        } catch (IOException e) {
            problem = Optional.of(StorageException.unwritable(e).reason());
        }
        return problem;
    }

    /**
     * Tells a failure of the disk from any other, where a library does not.
     *
     * @throws StorageException if nothing can be written to this folder
     */
    public static void check(Path folder) {
        try {
            probe(folder);
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        }
    }

    private static void probe(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, PROBE, "");
        try {
            Files.write(file, new byte[PROBE_BYTES]);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isPowerOfTen(long count) {
        long rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
