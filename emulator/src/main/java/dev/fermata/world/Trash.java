package dev.fermata.world;

import dev.fermata.account.Account;
import dev.fermata.document.Documents;
import dev.fermata.score.Score;
import dev.fermata.score.Scores;
import dev.fermata.score.collection.Collections;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.Optional;

/**
 * The scores of a world that will be deleted: each can be taken back until its time is over. A score in the trash takes
 * no room of its owner's and keeps its documents; one that is deleted for good releases them. Safe for use by many
 * threads.
 */
public final class Trash {
    /** What came of an attempt to take a score back. */
    public enum Restored {
        RESTORED,
        NOT_THERE,
        NO_ROOM
    }

    private final Tables tables;
    private final Scores scores;
    private final Collections collections;
    private final Documents documents;

    Trash(Tables tables, Scores scores, Collections collections, Documents documents) {
        this.tables = tables;
        this.scores = scores;
        this.collections = collections;
        this.documents = documents;
    }

    /** Puts a score into the trash until {@code until}; answers whether this did it. */
    public boolean put(String score, Instant until) {
        return scores.trash(score, until);
    }

    /** Takes a score of this account's back, if there is room for it; answers what came of it. */
    public Restored restore(String score, Account owner, Instant now) {
        return tables.change(() -> {
            if (scores.findInTrash(score, now).isEmpty()) {
                return Restored.NOT_THERE;
            }
            if (!scores.hasRoom(owner, now)) {
                return Restored.NO_ROOM;
            }
            scores.untrash(score);
            return Restored.RESTORED;
        });
    }

    /** Deletes a score in the trash for good, before its time; answers whether this did it. */
    public boolean delete(String score) {
        return tables.change(() -> {
            Optional<Score> deleted = scores.delete(score);
            deleted.ifPresent(this::release);
            return deleted.isPresent();
        });
    }

    /** When a score is next deleted for good after {@code now}. */
    Optional<Instant> nextDeletion(Instant now) {
        return scores.nextDeletion(now);
    }

    /** Deletes for good the scores whose time is over. */
    void deleteExpired(Instant now) {
        for (Score due : scores.due(now)) {
            tables.change(() -> {
                // It may have been taken back, and put here again, since it was found.
                if (scores.isDue(due.id(), now)) {
                    delete(due.id());
                }
            });
        }
    }

    private void release(Score gone) {
        collections.forget(gone.id());
        tables.afterCommit(() -> gone.revisions().stream()
                .flatMap(revision -> revision.content().documents().stream())
                .forEach(documents::release));
    }
}
