package dev.fermata;

import dev.fermata.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that goes when it is closed, when the process is told to stop before that, or, where the process was killed,
 * at the next start of another.
 *
 * <p>A lock on a file in it says that its process lives. It is made again where it was removed meanwhile.
 */
final class TemporaryFolder implements AutoCloseable, Disk.Folder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private final Path path;
    private final UserPrincipal owner;
    private final AtomicBoolean deleted = new AtomicBoolean();
    private final Thread atExit = new Thread(this::delete, "fermata-at-exit");
    private @Nullable FileChannel lock;

    /** A file that is there until the folder is removed. */
    private volatile Path mark;

    private volatile Runnable beforehand = () -> {};

    private TemporaryFolder(Path path) throws IOException {
        this.path = path;
        this.mark = path;
        this.owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        lock();
    }

    /** Makes one, and removes those of processes that were killed. */
    static TemporaryFolder create() throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(LeftFolders.OWN));
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        LeftFolders.remove(folder.path, folder.owner);
        return folder;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public void make() throws IOException {
        if (!isThere()) {
            makeAgain();
        }
    }

    private synchronized void makeAgain() throws IOException {
        if (deleted.get() || isThere()) {
            return;
        }
        try {
            Files.createDirectories(path.getParent());
            Files.createDirectory(path, ownerOnly());
            LOG.warn("{} was removed while the server runs, with all documents in it; it is made again", path);
        } catch (FileAlreadyExistsException there) {
            boolean isOurs = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner);
            if (!isOurs) {
                throw there; // another user has put something in its place
            }
        }
        lock();
    }

    private boolean isThere() {
        return Files.exists(mark, LinkOption.NOFOLLOW_LINKS);
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

    /** Locked under another name first: a file of the lock's name is always locked while its process lives. */
    private void lock() throws IOException {
        unlock();
        mark = path;
        Path fresh = Files.createTempFile(path, ".lock-", "");
        FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                mark = Files.move(fresh, path.resolve(LeftFolders.LOCK), StandardCopyOption.REPLACE_EXISTING);
                lock = channel;
                return;
            }
        } catch (IOException e) {
            LOG.debug("the folder is not locked, and stays if the process is killed", e);
        }
        channel.close();
        Files.deleteIfExists(fresh);
    }

    private void unlock() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private void delete() {
        if (deleted.getAndSet(true)) {
            return;
        }
        beforehand.run();
        try {
            deleteAll(path);
            unlock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder; links in it are not followed. */
    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException removed) {
            LOG.debug("{} was removed before", folder, removed);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
