package dev.fermata.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All tables of one world, and the only way to change them. Safe for use by many threads.
 *
 * <p>One change runs at a time. It sees its own writes; other threads wait to read until it is committed or undone. So
 * a change must be short and do no I/O: read bodies and documents before, release them {@link #afterCommit}.
 */
public final class Tables {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Store store;
    private final Map<String, Table<?>> byName = new LinkedHashMap<>();
    private @Nullable Change open;

    /** Tables without rows. */
    public Tables(Store store) {
        this.store = store;
    }

    /**
     * Adds a table. Call it while the world is built.
     *
     * @param name unique among these tables
     * @param id the id of a row, unique in the table and the same for ever
     * @param owner the id of the account that a row belongs to, the same for ever; empty for rows without an owner
     * @throws IllegalArgumentException if the name is taken
     */
    public <R> Table<R> add(String name, Function<R, String> id, Function<R, String> owner) {
        Table<R> table = new Table<>(this, name, id, owner);
        if (byName.putIfAbsent(name, table) != null) {
            throw new IllegalArgumentException("the name of a table must be unique, was " + name);
        }
        return table;
    }

    /** All tables, in the order in which they were added. */
    public List<Table<?>> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Runs work that changes rows. If it throws, every write is undone. A change inside of another is part of it.
     *
     * @return what the work returns
     */
    public <T> T change(Supplier<T> work) {
        List<Runnable> actions;
        T result;
        lock.writeLock().lock();
        try {
            if (open != null) {
                return work.get();
            }
            Change change = new Change();
            open = change;
            try {
                result = work.get();
                if (!change.isEmpty()) {
                    store.commit();
                }
            } catch (Throwable failure) {
                change.undo();
                throw failure;
            } finally {
                open = null;
            }
            actions = new ArrayList<>(change.afterCommit());
        } finally {
            lock.writeLock().unlock();
        }
        actions.forEach(Runnable::run);
        return result;
    }

    /** Like {@link #change(Supplier)}, without a result. */
    public void change(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    /** Looks at several rows while no change runs. The work must not begin a change. */
    public <T> T read(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Does something once the open change is committed and its lock is free, for example wakes a client or deletes a
     * file. It does not happen if the change is undone. Without an open change it happens at once.
     */
    public void afterCommit(Runnable action) {
        Change change = lock.isWriteLockedByCurrentThread() ? open : null;
        if (change == null) {
            action.run();
        } else {
            change.afterCommit(action);
        }
    }

    /**
     * Does something under the lock if the open change is undone, once all rows are as they were: for what is kept beside
     * the rows and follows from them. Without an open change it does nothing.
     */
    public void ifUndone(Runnable action) {
        Change change = lock.isWriteLockedByCurrentThread() ? open : null;
        if (change != null) {
            change.ifUndone(action);
        }
    }

    /** Notes a write that has been made in memory; the store may refuse it. */
    void wrote(Store.Write write, Runnable inverse) {
        Change change = lock.isWriteLockedByCurrentThread() ? open : null;
        if (change == null) {
            inverse.run();
            throw new IllegalStateException("rows are changed in a change only: " + write);
        }
        change.wrote(inverse);
        store.write(write);
    }
}
