package dev.fermata;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of processes that were killed: those beside a new one, of the same user, whose lock is free.
 *
 * <p>A folder without a lock file is not touched: it may be of another program. Nor is one of this very process, since to
 * close a file that is locked would free its lock.
 */
final class LeftFolders {
    /** The file whose lock is held as long as the process of a folder lives. By its name it is deleted last. */
    static final String LOCK = ".lock";

    /** How the names of the folders of this process begin. */
    static final String OWN = ownPrefix();

    private static final Logger LOG = LoggerFactory.getLogger(LeftFolders.class);
    private static final String NAME = "fermata-";

    private LeftFolders() {}

    /** Removes them; what cannot be removed stays. */
    static void remove(Path own, UserPrincipal owner) {
        Path parent = Objects.requireNonNull(own.getParent());
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAME + "*")) {
            for (Path folder : folders) {
                if (!String.valueOf(folder.getFileName()).startsWith(OWN)) {
                    removeIfLeft(folder, owner);
                }
            }
        } catch (IOException unreadable) {
            LOG.debug("it cannot be told what was left in {}", parent, unreadable);
        }
    }

    private static void removeIfLeft(Path folder, UserPrincipal owner) {
        Path lock = folder.resolve(LOCK);
        try {
            if (!isOwn(folder, owner) || !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                if (channel.tryLock() != null) {
                    TemporaryFolder.deleteAll(folder);
                    LOG.info("removed {}, which a process that was killed has left", folder);
                }
            }
        } catch (IOException | OverlappingFileLockException stays) {
            LOG.debug("{} is left where it is", folder, stays);
        }
    }

    private static String ownPrefix() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return "fermata-" + process.pid() + "-" + Long.toString(start, Character.MAX_RADIX) + "-";
    }

    private static boolean isOwn(Path folder, UserPrincipal owner) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner);
    }
}
