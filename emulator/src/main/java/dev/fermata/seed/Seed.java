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
 * What is in a world from its start. Immutable.
 *
 * <pre>{@code
 * Seed.NOTHING
 *     .with(SeedAccount.flat("alice").credits(3))
 *     .with(SeedJob.omr("alice").standing(Standing.reading(40)));
 * }</pre>
 *
 * @param at when it begins; now, when empty
 * @param speed how fast its clock runs, 0 to stand still; as that of every world, when empty
 * @param accounts those that are to be otherwise than every new account
 * @param scores in the order in which they came
 * @param jobs in the order in which they came; after the scores
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

    /** The same beginning at this time. */
    public Seed at(Instant other) {
        return new Seed(Optional.of(other), speed, accounts, scores, jobs);
    }

    /** The same with a clock that runs so fast; 0 stands still. */
    public Seed speed(double other) {
        return new Seed(at, Optional.of(other), accounts, scores, jobs);
    }

    /** The same with an account more. */
    public Seed with(SeedAccount account) {
        return new Seed(at, speed, more(accounts, account), scores, jobs);
    }

    /** The same with a score more. */
    public Seed with(SeedScore score) {
        return new Seed(at, speed, accounts, more(scores, score), jobs);
    }

    /** The same with a job more. */
    public Seed with(SeedJob job) {
        return new Seed(at, speed, accounts, scores, more(jobs, job));
    }

    /**
     * Puts all of it into a world that nobody has been in.
     *
     * @throws IllegalArgumentException if that is not possible; its message says what, and why
     */
    public Seeded plantIn(World fresh, FlatOptions options) throws IOException {
        return new Seeder(fresh, options).seed(this);
    }

    /** The same for this world alone: a token that leads into another opens nothing here, but the names stay. */
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
