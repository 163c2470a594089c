package dev.fermata.exchange;

import dev.fermata.disk.Disk;
import dev.fermata.disk.StorageException;
import dev.fermata.http.request.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The spool of a server in the folder of its disk. */
public record DiskSpool(Disk disk) implements Spool {
    @Override
    public Path folder() {
        return disk.folder();
    }

    @Override
    public void prepare() {
        disk.make();
    }

    @Override
    public Path newFile(String prefix) {
        try {
            disk.make();
            return Files.createTempFile(disk.folder(), prefix, "");
        } catch (StorageException removed) {
            throw new SpoolException(new IOException(removed.reason(), removed));
        } catch (IOException full) {
            throw new SpoolException(full);
        }
    }

    @Override
    public void check() {
        Disk.check(disk.folder());
    }

    @Override
    public Optional<String> problemOf(Throwable failure) {
        StorageException problem = failure instanceof SpoolException spool
                ? StorageException.unwritable(spool.reason())
                : failure instanceof StorageException storage ? storage : null;
        if (problem == null) {
            return Optional.empty();
        }
        disk.failed(problem);
        return Optional.of(problem.reason());
    }
}
