package dev.fermata.score;

import dev.fermata.account.Account;
import dev.fermata.table.Due;
import dev.fermata.table.Index;
import dev.fermata.table.Table;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The scores of one world, those in the trash among them, and those that jobs will make. Safe for use by many threads.
 *
 * <p>A plan limits how many scores an account has. Each score that is not in the trash takes room, and each that is
 * expected: an import needs its room from its start.
 */
public final class Scores {
    private final Tables tables;
    private final BiPredicate<String, Instant> makesScore;
    private final Table<Score> scores;
    private final Index<String, Score> kept;
    private final Index<String, Score> published;
    private final Index<String, Score> trashed;
    private final Due<Score> deletions;
    private final Table<ExpectedScore> expected;

    /**
     * None yet.
     *
     * @param makesScore whether the job with this id has made a score by this time, or may still make one
     */
    public Scores(Tables tables, BiPredicate<String, Instant> makesScore) {
        this.tables = tables;
        this.makesScore = makesScore;
        scores = tables.add("scores", Score::id, Score::owner);
        kept = scores.index(score -> owner(score, !score.isTrashed()));
        published = scores.index(
                score -> owner(score, !score.isTrashed() && score.sharing().isPublic()));
        trashed = scores.index(score -> owner(score, score.isTrashed()));
        deletions = scores.due(Score::trashedUntil);
        expected = tables.add("expectedScores", ExpectedScore::id, ExpectedScore::owner);
    }

    /** Whether the plan of an account has room for one more score. */
    public boolean hasRoom(Account account, Instant now) {
        return hasRoom(account.id(), account.plan().mostScores(), now);
    }

    /** Whether an account that may have {@code most} scores has room for one more; {@link Integer#MAX_VALUE} is no limit. */
    public boolean hasRoom(String owner, int most, Instant now) {
        return most == Integer.MAX_VALUE || kept.count(owner) + stillExpected(owner, now) < most;
    }

    /** Expects a score of this job; whether there is room for it has been asked before. */
    public void expect(String owner, String score, String job) {
        tables.change(() -> expected.insert(new ExpectedScore(score, owner, job)));
    }

    /** Expects a score of this job, if the plan of its account has room for it; answers whether it has. */
    public boolean expect(Account account, String score, String job, Instant now) {
        return tables.change(() -> {
            boolean hasRoom = hasRoom(account, now);
            if (hasRoom) {
                expected.insert(new ExpectedScore(score, account.id(), job));
            }
            return hasRoom;
        });
    }

    /** Gives back the room of a score that will not be made. */
    public void expectNoLonger(String score) {
        tables.change(() -> expected.delete(score));
    }

    /** The score that will have this id, if a job makes it. */
    public Optional<ExpectedScore> expected(String id) {
        return expected.find(id);
    }

    /** The scores that jobs of an account will make, in the order of their jobs. */
    public List<ExpectedScore> expectedOf(String owner) {
        return expected.of(owner);
    }

    /** Adds a score, which is expected no longer. */
    public void add(Score score) {
        tables.change(() -> {
            expected.delete(score.id());
            scores.insert(score);
        });
    }

    /** Changes a score that is not in the trash; answers what it is now. */
    public Optional<Score> change(String id, UnaryOperator<Score> change) {
        return tables.change(() -> find(id).flatMap(score -> scores.update(id, change)));
    }

    /** Whether an id is that of a score, also of one in the trash or one that is expected. */
    public boolean isTaken(String id) {
        return scores.find(id).isPresent() || expected.find(id).isPresent();
    }

    /** Puts a score into the trash until {@code until}; answers whether it was there and out of it. */
    public boolean trash(String id, Instant until) {
        return tables.change(() -> find(id).flatMap(
                        score -> scores.update(id, one -> one.trashedUntil(Optional.of(until))))
                .isPresent());
    }

    /** Takes a score out of the trash. */
    public void untrash(String id) {
        tables.change(() -> scores.update(id, score -> score.trashedUntil(Optional.empty())));
    }

    /** Deletes a score in the trash for good; answers what it was. */
    public Optional<Score> delete(String id) {
        return tables.change(() -> scores.find(id).filter(Score::isTrashed).flatMap(score -> scores.delete(id)));
    }

    /** The score with this id, unless it is in the trash. */
    public Optional<Score> find(String id) {
        return scores.find(id).filter(score -> !score.isTrashed());
    }

    /** The score with this id, if it is in the trash at {@code now}. */
    public Optional<Score> findInTrash(String id, Instant now) {
        return scores.find(id).filter(score -> isInTrash(score, now));
    }

    /** The scores of an account that are not in the trash, in the order in which they were added. */
    public List<Score> of(String owner) {
        return kept.rows(owner);
    }

    /** Those of {@link #of} that are public. */
    public List<Score> publicOf(String owner) {
        return published.rows(owner);
    }

    /** The scores of an account that are in the trash at {@code now}. */
    public List<Score> trashOf(String owner, Instant now) {
        return trashed.rows(owner).stream()
                .filter(score -> isInTrash(score, now))
                .toList();
    }

    /** The scores whose time in the trash is over at {@code now}. */
    public List<Score> due(Instant now) {
        return deletions.until(now);
    }

    /** Whether the time of the score with this id in the trash is over at {@code now}. */
    public boolean isDue(String id, Instant now) {
        return scores.find(id)
                .flatMap(Score::trashedUntil)
                .filter(until -> !now.isBefore(until))
                .isPresent();
    }

    /** When the time of a score in the trash is next over after {@code now}. */
    public Optional<Instant> nextDeletion(Instant now) {
        return deletions.next(now);
    }

    private int stillExpected(String owner, Instant now) {
        return (int) expected.of(owner).stream()
                .filter(score -> makesScore.test(score.job(), now))
                .count();
    }

    private static boolean isInTrash(Score score, Instant now) {
        return score.trashedUntil().filter(now::isBefore).isPresent();
    }

    private static Stream<String> owner(Score score, boolean isListed) {
        return isListed ? Stream.of(score.owner()) : Stream.empty();
    }
}
