package dev.fermata.score;

import dev.fermata.account.Account;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one world, and the room each account has for more. Safe for use by many threads.
 *
 * <p>Room is taken before a score is made: a recognition under way needs it as much as a finished score does. Whether
 * it is still needed is asked when somebody wants more.
 */
public final class Scores {
    private final Map<String, Score> byId = new ConcurrentHashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Predicate<Instant>>> claims = new ConcurrentHashMap<>();

    /**
     * All that they are, but for the room they take.
     *
     * @param removed the ids of those that are gone for good
     */
    public record State(List<Score> scores, List<String> removed) {}

    /** All that they are. */
    public State state() {
        return new State(
                byId.values().stream().sorted(Comparator.comparing(Score::id)).toList(),
                removed.stream().sorted().toList());
    }

    /** Takes in scores that are known from elsewhere. */
    public void add(State state) {
        removed.addAll(state.removed());
        state.scores().forEach(this::add);
    }

    /** Those that are in the trash, in no order. */
    public List<Score> trashed() {
        return byId.values().stream().filter(Score::isTrashed).toList();
    }

    /**
     * Takes room for one more score, if the account's plan has it.
     *
     * @param score the id that the score will have
     * @param needed whether it is still needed at a later time; a score that was removed needs none in any case
     */
    public boolean takeRoom(Account account, String score, Instant now, Predicate<Instant> needed) {
        int most = account.plan().mostScores();
        if (most == Integer.MAX_VALUE) {
            return true;
        }
        Map<String, Predicate<Instant>> mine = claims.computeIfAbsent(account.id(), id -> new HashMap<>());
        synchronized (mine) {
            mine.entrySet()
                    .removeIf(claim ->
                            isRemoved(claim.getKey()) || !claim.getValue().test(now));
            return mine.size() < most && mine.putIfAbsent(score, needed) == null;
        }
    }

    /** Gives room back that was taken for a score which was then refused. */
    public void giveRoomBack(Account account, String score) {
        Map<String, Predicate<Instant>> mine = claims.computeIfAbsent(account.id(), id -> new HashMap<>());
        synchronized (mine) {
            mine.remove(score);
        }
    }

    /** Adds a score, unless there is or was one with its id. */
    public void add(Score score) {
        byId.computeIfAbsent(score.id(), id -> removed.contains(id) ? null : score);
    }

    /** Changes a score, if it is there; answers what it is now. */
    public Optional<Score> change(String id, UnaryOperator<Score> change) {
        return Optional.ofNullable(
                        byId.computeIfPresent(id, (same, score) -> score.isTrashed() ? score : change.apply(score)))
                .filter(score -> !score.isTrashed());
    }

    /** Whether there is a score with this id, be it in the trash, or was one that has been removed. */
    public boolean hasKnown(String id) {
        return byId.containsKey(id) || removed.contains(id);
    }

    /** Puts a score into the trash until {@code until}; answers it, to nobody but the first who asks. */
    public Optional<Score> trash(String id, Instant until) {
        return move(id, score -> !score.isTrashed(), score -> score.trashedUntil(Optional.of(until)));
    }

    /** Takes a score out of the trash; answers it as it was there, to nobody but the first who asks. */
    public Optional<Score> restore(String id) {
        return move(id, Score::isTrashed, score -> score.trashedUntil(Optional.empty()));
    }

    /** Removes a score for good, if it is in the trash; answers it, to nobody but the first who asks. */
    public Optional<Score> removeFromTrash(String id) {
        return move(id, Score::isTrashed, score -> {
            removed.add(id);
            return null;
        });
    }

    /** Whether there was a score with this id, and it was removed for good. */
    public boolean isRemoved(String id) {
        return removed.contains(id);
    }

    /** The score with this id, unless it is in the trash. */
    public Optional<Score> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(score -> !score.isTrashed());
    }

    /** The score with this id, if it is in the trash at {@code now}. */
    public Optional<Score> findInTrash(String id, Instant now) {
        return Optional.ofNullable(byId.get(id)).filter(score -> isInTrash(score, now));
    }

    /** The scores of an account that are not in the trash, in no order. */
    public List<Score> of(String owner) {
        return all(owner).filter(score -> !score.isTrashed()).toList();
    }

    /** The scores of an account that are in the trash at {@code now}, in no order. */
    public List<Score> trashOf(String owner, Instant now) {
        return all(owner).filter(score -> isInTrash(score, now)).toList();
    }

    private static boolean isInTrash(Score score, Instant now) {
        return score.trashedUntil().filter(now::isBefore).isPresent();
    }

    private Stream<Score> all(String owner) {
        return byId.values().stream().filter(score -> score.owner().equals(owner));
    }

    /** Makes another of a score that is as it must be, or nothing; answers what it was, if this did it. */
    private Optional<Score> move(String id, Predicate<Score> isSo, Function<Score, @Nullable Score> change) {
        AtomicReference<@Nullable Score> moved = new AtomicReference<>();
        byId.computeIfPresent(id, (same, score) -> {
            if (!isSo.test(score)) {
                return score;
            }
            moved.set(score);
            return change.apply(score);
        });
        return Optional.ofNullable(moved.get());
    }
}
