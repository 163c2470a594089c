package dev.fermata.document;

import java.util.HashSet;
import java.util.Set;

/**
 * Orders the file operations of one name without holding a lock meanwhile: one thread at a time has a name, others that
 * want the same name wait, and other names are free. A thread claims one name at a time. Safe for use by many threads.
 */
final class Claims {
    private final Set<String> claimed = new HashSet<>();

    /** A name that the current thread has until it closes this. */
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until the name is free, even when interrupted, and takes it. */
    Claim claim(String name) {
        boolean isInterrupted = false;
        synchronized (this) {
            while (!claimed.add(name)) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        return () -> free(name);
    }

    private synchronized void free(String name) {
        claimed.remove(name);
        notifyAll();
    }
}
