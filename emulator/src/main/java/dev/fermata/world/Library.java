package dev.fermata.world;

import dev.fermata.account.Account;
import dev.fermata.job.Job;
import dev.fermata.score.Access;
import dev.fermata.score.ExpectedScore;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Scores;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collections;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds scores, including those of finished imports that are not stored yet: these are stored when they are first looked
 * for. Safe for use by many threads.
 */
public final class Library {
    private final Tables tables;
    private final Scores scores;
    private final Collections collections;
    private final Vendor vendor;

    Library(Tables tables, Scores scores, Collections collections, Vendor vendor) {
        this.tables = tables;
        this.scores = scores;
        this.collections = collections;
        this.vendor = vendor;
    }

    /** The score with this id, if it is there at {@code now}. */
    public Optional<Score> score(String id, Instant now) {
        scores.expected(id).ifPresent(expected -> store(expected, now));
        return scores.find(id);
    }

    /** The scores of an account that are not in the trash, in no order. */
    public List<Score> scoresOf(String owner, Instant now) {
        storeAll(owner, now);
        return scores.of(owner);
    }

    /** The scores of an account that everybody may read, in no order. */
    public List<Score> publicScoresOf(String owner, Instant now) {
        storeAll(owner, now);
        return scores.publicOf(owner);
    }

    /** The scores in a collection that its owner may read, in no order. */
    public List<Score> scoresIn(Collection collection, Instant now) {
        String owner = collection.owner();
        return switch (collection.kind()) {
            case ROOT, EVERYTHING -> scoresOf(owner, now);
            case SHARED, LIKED -> List.of();
            case TRASH -> scores.trashOf(owner, now);
            case REGULAR, APP -> {
                storeAll(owner, now);
                yield collections.scoresIn(collection.id()).stream()
                        .map(scores::find)
                        .flatMap(Optional::stream)
                        .filter(score -> isReadable(score, owner))
                        .toList();
            }
        };
    }

    /**
     * Adds a new score to those that are kept, and to a collection; to the one that takes what programs make when none
     * is named, or the named one is closed by now.
     */
    public void add(Score score, Optional<String> collection) {
        Instant now = score.createdAt();
        tables.change(() -> {
            if (collection.isEmpty() || !collections.put(score.id(), collection.get(), now)) {
                collections.put(score.id(), appOf(score), now);
            }
            scores.add(score);
        });
    }

    /** Puts a score into a collection, if both are there and that is open; answers whether it is in it. */
    public boolean place(String id, String collection, Instant now) {
        score(id, now);
        return tables.change(() -> scores.find(id).isPresent() && collections.put(id, collection, now));
    }

    private String appOf(Score score) {
        Instant opened =
                vendor.accounts().find(score.owner()).map(Account::openedAt).orElse(score.createdAt());
        return collections.appOf(score.owner(), opened).id();
    }

    private void storeAll(String owner, Instant now) {
        scores.expectedOf(owner).forEach(expected -> store(expected, now));
    }

    /** Stores the score of an import that has ended well; expects none of one that makes none. */
    private void store(ExpectedScore expected, Instant now) {
        Optional<Job> job = vendor.jobs().find(expected.job());
        if (job.filter(maker -> maker.resultAt(now) == Job.Result.READY).isPresent()) {
            store(job.get(), now);
        } else if (job.filter(maker -> maker.needsRoom(now)).isEmpty()) {
            scores.expectNoLonger(expected.id());
        }
    }

    private void store(Job job, Instant now) {
        ScoreDraft draft = job.order().draft().orElseThrow();
        // The notes are read before the change, for a change must do no I/O.
        Revision first = Revision.of(draft.revision(), job.stateAt(now).since(), job.content());
        Score score = Score.of(draft.id(), job.owner(), job.title(), draft.sharing(), first);
        tables.change(() -> {
            if (scores.expected(score.id()).isPresent()) { // no other call has stored it meanwhile
                add(score, draft.collection());
            }
        });
    }

    /** A score whose link an account was given stays readable in its collections. */
    private static boolean isReadable(Score score, String account) {
        return Access.of(score, Optional.of(account), score.sharing().key()).allows(Access.READ);
    }
}
