package dev.fermata.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The writes of one {@link Tables#change}: how to undo them, and what to do once they are committed. */
final class Change {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> ifUndone = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    void wrote(Runnable inverse) {
        undo.push(inverse);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void ifUndone(Runnable action) {
        ifUndone.add(action);
    }

    boolean isEmpty() {
        return undo.isEmpty();
    }

    void undo() {
        undo.forEach(Runnable::run);
        ifUndone.forEach(Runnable::run);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }
}
