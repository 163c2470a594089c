package dev.fermata.world;

import dev.fermata.account.Account;
import dev.fermata.job.Job;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Scores;
import dev.fermata.score.Sharing;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The scores of one vendor in a world as one looks for them: those that are kept, and those that a job makes, which come to be when
 * the job is done. Safe for use by many threads; its lock is held while a score and its place are added together.
 */
public final class Library {
    private final Scores scores;
    private final Collections collections;
    private final Vendor vendor;

    Library(Scores scores, Collections collections, Vendor vendor) {
        this.scores = scores;
        this.collections = collections;
        this.vendor = vendor;
    }

    /** The score with this id, if it is there at {@code now}. */
    public Optional<Score> score(String id, Instant now) {
        if (!scores.hasKnown(id)) {
            vendor.jobs().makerOf(id).ifPresent(job -> make(job, now));
        }
        return scores.find(id);
    }

    /** The scores of an account that are not in the trash, in no order. */
    public List<Score> scoresOf(String owner, Instant now) {
        makeAll(owner, now);
        return scores.of(owner);
    }

    /** The scores of an account that everybody may read, in no order. */
    public List<Score> publicScoresOf(String owner, Instant now) {
        return scoresOf(owner, now).stream()
                .filter(score -> score.sharing().privacy() == Sharing.Privacy.PUBLIC)
                .toList();
    }

    /** The scores in a collection that its owner may read, in no order. */
    public List<Score> scoresIn(Collection collection, Instant now) {
        String owner = collection.owner();
        return switch (collection.kind()) {
            case ROOT, EVERYTHING -> scoresOf(owner, now);
            case SHARED, LIKED -> List.of();
            case TRASH -> scores.trashOf(owner, now);
            case REGULAR, APP -> {
                makeAll(owner, now);
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
    public synchronized void add(Score score, Optional<String> collection) {
        if (scores.hasKnown(score.id())) {
            return; // its owner may have put it elsewhere since
        }
        Instant now = score.createdAt();
        if (collection.isEmpty() || !collections.put(score.id(), collection.get(), now)) {
            collections.put(score.id(), appOf(score), now);
        }
        scores.add(score);
    }

    /** Puts a score into a collection, if both are there and that is open; answers whether it is in it. */
    public boolean place(String score, String collection, Instant now) {
        boolean placed = score(score, now).isPresent() && collections.put(score, collection, now);
        if (placed && scores.isRemoved(score)) {
            collections.forget(score); // it went for good meanwhile, perhaps before it was put in
            return false;
        }
        return placed;
    }

    /** Takes the room again that the scores and the jobs of a world take which goes on from there. */
    void takeRoom(Instant now) {
        for (Account account : vendor.accounts().all()) {
            for (Job job : vendor.jobs().of(account)) {
                job.order()
                        .draft()
                        .map(ScoreDraft::id)
                        .filter(id -> !scores.hasKnown(id))
                        .ifPresent(id -> scores.takeRoom(account, id, now, job::needsRoom));
            }
            scores.of(account.id()).forEach(score -> scores.takeRoom(account, score.id(), now, later -> true));
        }
    }

    private String appOf(Score score) {
        Instant opened =
                vendor.accounts().find(score.owner()).map(Account::openedAt).orElse(score.createdAt());
        return collections.appOf(score.owner(), opened).id();
    }

    private void makeAll(String owner, Instant now) {
        vendor.accounts().find(owner).map(vendor.jobs()::of).orElse(List.of()).stream()
                .filter(job -> job.order()
                        .draft()
                        .filter(draft -> !scores.hasKnown(draft.id()))
                        .isPresent())
                .forEach(job -> make(job, now));
    }

    private void make(Job job, Instant now) {
        if (job.resultAt(now) == Job.Result.READY) {
            ScoreDraft draft = job.order().draft().orElseThrow();
            Revision first = Revision.of(draft.revision(), job.stateAt(now).since(), job.content());
            add(Score.of(draft.id(), job.owner(), job.title(), draft.sharing(), first), draft.collection());
        }
    }

    /** Whoever was given the link of a score keeps it with those that are their own. */
    private static boolean isReadable(Score score, String account) {
        return score.owner().equals(account)
                || score.sharing().opensFor(score.sharing().key());
    }
}
