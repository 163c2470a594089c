package dev.fermata.soak.disaster;

import dev.fermata.soak.attack.Remains;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory. */
final class Disk implements AutoCloseable {
    private static final int PIECE_BYTES = 4_096;

    private final Path folder;

    private Disk(Path folder) {
        this.folder = folder;
    }

    /** Whether this process may mount one. */
    static boolean canBeMounted() {
        try {
            Path folder = Files.createTempDirectory("fermata-soak-disk-");
            try (Disk disk = mount(folder, 1)) {
                return disk.folder.equals(folder);
            } finally {
                Files.delete(folder);
            }
        } catch (IOException refused) {
            return false;
        }
    }

    static Disk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        Remains.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return new Disk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(piece);
            }
        } catch (FileSystemException missing) {
            throw missing;
        } catch (IOException full) {
            // As it was meant.
        }
    }

    /** Gives that room back. */
    void empty() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        Remains.run("umount", "-l", folder.toString());
    }
}
