package dev.fermata.score;

import dev.fermata.account.Account;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

    /** Adds a score, unless it is there already; answers the one that is there. */
    public Score add(Score score) {
        Score known = byId.putIfAbsent(score.id(), score);
        return known == null ? score : known;
    }

    /** Changes a score, if it is there; answers what it is now. */
    public Optional<Score> change(String id, UnaryOperator<Score> change) {
        return Optional.ofNullable(byId.computeIfPresent(id, (same, score) -> change.apply(score)));
    }

    /** Removes a score for good; answers the one that was there, to nobody but the first who asks. */
    public Optional<Score> remove(String id) {
        removed.add(id);
        return Optional.ofNullable(byId.remove(id));
    }

    /** Whether there was a score with this id, and it was removed. */
    public boolean isRemoved(String id) {
        return removed.contains(id);
    }

    /** How many public scores an account owns. */
    public int publicCountOf(String owner) {
        return (int) byId.values().stream()
                .filter(score -> score.owner().equals(owner))
                .filter(score -> score.sharing().privacy() == Sharing.Privacy.PUBLIC)
                .count();
    }

    /** The score with this id. */
    public Optional<Score> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
