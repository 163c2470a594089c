package dev.fermata.seed;

import dev.fermata.account.Token;
import dev.fermata.flat.FlatOptions;
import dev.fermata.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The initial contents of a world. Immutable.
 *
 * <pre>{@code
 * Seed.NOTHING
 *     .with(SeedAccount.flat("alice").credits(3))
 *     .with(SeedJob.omr("alice").initialState(InitialState.reading(40)));
 * }</pre>
 *
 * @param at the initial time; now if empty
 * @param speed the speed of the clock, 0 to stand still; the server's default if empty
 * @param accounts the accounts that differ from new accounts
 * @param scores the scores, in order of creation
 * @param jobs the jobs, in order of submission; after the scores
 */
public record Seed(
        Optional<Instant> at,
        Optional<Double> speed,
        List<SeedAccount> accounts,
        List<SeedScore> scores,
        List<SeedJob> jobs) {
    /** An empty world. */
    public static final Seed NOTHING = new Seed(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    public Seed {
        accounts = List.copyOf(accounts);
        scores = List.copyOf(scores);
        jobs = List.copyOf(jobs);
    }

    /** A copy with this initial time. */
    public Seed at(Instant other) {
        return new Seed(Optional.of(other), speed, accounts, scores, jobs);
    }

    /** A copy with this speed of the clock; 0 stands still. */
    public Seed speed(double other) {
        return new Seed(at, Optional.of(other), accounts, scores, jobs);
    }

    /** A copy with another account. */
    public Seed with(SeedAccount account) {
        return new Seed(at, speed, more(accounts, account), scores, jobs);
    }

    /** A copy with another score. */
    public Seed with(SeedScore score) {
        return new Seed(at, speed, accounts, more(scores, score), jobs);
    }

    /** A copy with another job. */
    public Seed with(SeedJob job) {
        return new Seed(at, speed, accounts, scores, more(jobs, job));
    }

    /**
     * Puts the contents into a world without clients.
     *
     * @throws IllegalArgumentException if the seed is invalid; its message says what, and why
     */
    public Seeded plantIn(World fresh, FlatOptions options) throws IOException {
        return new Seeder(fresh, options).seed(this);
    }

    /** A copy for this world: tokens that select another world are removed, names stay. */
    public Seed within(String world) {
        List<SeedAccount> here = accounts.stream()
                .map(account -> account.token()
                                .filter(text -> !Token.of(text).world().equals(world))
                                .isPresent()
                        ? account.withoutToken()
                        : account)
                .toList();
        return new Seed(at, speed, here, scores, jobs);
    }

    private static <T> List<T> more(List<T> before, T one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }
}
