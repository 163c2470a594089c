package dev.fermata.soak.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is to be gone when the soak ends, however it ends. */
public final class Remains {
    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    private Remains() {}

    /** Ends all processes that this one has started, unmounts what is mounted below a folder, and deletes the folder. */
    public static void remove(Path folder) {
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        try {
            for (String mount : Files.exists(MOUNTS) ? Files.readAllLines(MOUNTS) : List.<String>of()) {
                String point = mount.split(" ", -1)[1];
                if (Path.of(point).startsWith(folder)) {
                    run("umount", "-l", point);
                }
            }
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
        }
        Folders.delete(folder);
    }

    /** Runs a command of the system that must succeed. */
    public static void run(String... command) throws IOException {
        int status =
                new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with status " + status);
        }
    }
}
