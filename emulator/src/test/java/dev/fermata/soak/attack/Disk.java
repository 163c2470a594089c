package dev.fermata.soak.attack;

import dev.fermata.soak.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory. */
final class Disk implements AutoCloseable {
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

    @Override
    public void close() throws IOException {
        Remains.run("umount", "-l", folder.toString());
    }
}
