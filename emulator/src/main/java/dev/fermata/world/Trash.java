package dev.fermata.world;

import dev.fermata.account.Account;
import dev.fermata.document.Documents;
import dev.fermata.score.Score;
import dev.fermata.score.Scores;
import dev.fermata.score.collection.Collections;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The scores of a world that are on their way out: each can be taken back until its time has come. A score in the trash
 * takes no room of its owner's and keeps its documents; one that is deleted for good gives them up. Safe for use by many
 * threads; its lock is held while a score and its room change together.
 */
public final class Trash {
    /** What came of an attempt to take a score back. */
    public enum Restored {
        RESTORED,
        NOT_THERE,
        NO_ROOM
    }

    private record Due(Instant at, String score) {}

    private final NavigableSet<Due> dues =
            new ConcurrentSkipListSet<>(Comparator.comparing(Due::at).thenComparing(Due::score));
    private final Scores scores;
    private final Collections collections;
    private final Documents documents;

    Trash(Scores scores, Collections collections, Documents documents) {
        this.scores = scores;
        this.collections = collections;
        this.documents = documents;
    }

    /** Takes in the scores in the trash of a world that goes on from there. */
    void resume() {
        scores.trashed()
                .forEach(score -> score.trashedUntil().ifPresent(until -> dues.add(new Due(until, score.id()))));
    }

    /** Puts a score of this account's into the trash until {@code until}; answers whether this did it. */
    public synchronized boolean put(String score, Account owner, Instant until) {
        boolean put = scores.trash(score, until).isPresent();
        if (put) {
            dues.add(new Due(until, score));
            scores.giveRoomBack(owner, score);
        }
        return put;
    }

    /** Takes a score of this account's back, if there is room for it; answers what came of it. */
    public synchronized Restored restore(String score, Account owner, Instant now) {
        if (scores.findInTrash(score, now).isEmpty()) {
            return Restored.NOT_THERE;
        }
        if (!scores.takeRoom(owner, score, now, later -> true)) {
            return Restored.NO_ROOM;
        }
        scores.restore(score).flatMap(Score::trashedUntil).ifPresent(until -> dues.remove(new Due(until, score)));
        return Restored.RESTORED;
    }

    /** Deletes a score in the trash for good, before its time; answers whether this did it. */
    public boolean delete(String score) {
        Optional<Score> deleted = take(score);
        deleted.ifPresent(this::release);
        return deleted.isPresent();
    }

    /** When a score is next deleted for good after {@code now}. */
    Optional<Instant> nextDeletion(Instant now) {
        return Optional.ofNullable(dues.ceiling(new Due(now.plusNanos(1), ""))).map(Due::at);
    }

    /** Deletes for good what has been here for long enough. */
    void deleteExpired(Instant now) {
        for (Due due : dues.headSet(new Due(now.plusNanos(1), ""))) {
            take(due).ifPresent(this::release);
        }
    }

    /** It may have been taken back since it was found, and put here again. */
    private synchronized Optional<Score> take(Due due) {
        return dues.contains(due) ? take(due.score()) : Optional.empty();
    }

    private synchronized Optional<Score> take(String score) {
        Optional<Score> taken = scores.removeFromTrash(score);
        taken.flatMap(Score::trashedUntil).ifPresent(until -> dues.remove(new Due(until, score)));
        return taken;
    }

    private void release(Score gone) {
        collections.forget(gone.id());
        gone.revisions().stream()
                .flatMap(revision -> revision.content().documents().stream())
                .forEach(documents::release);
    }
}
