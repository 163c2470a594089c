package dev.fermata.world;

import dev.fermata.account.Token;
import dev.fermata.clock.Alarms;
import dev.fermata.disk.Disk;
import dev.fermata.document.Documents;
import dev.fermata.disk.StorageException;
import dev.fermata.score.content.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The worlds of one server, each made when it is first asked for. Safe for use by many threads. */
public final class Worlds implements AutoCloseable {
    private final World.Rules rules;
    private final OptionalLong seed;
    private final SecureRandom random = new SecureRandom();
    private final Filling<?> filling;
    private final int most;
    private final Disk disk;
    private final Answers answers;
    private final Alarms alarms = new Alarms();
    private final AtomicInteger count = new AtomicInteger();

    /** How many there are beside the default one. */
    private final AtomicInteger places = new AtomicInteger();

    private final Map<String, World> byName = new ConcurrentHashMap<>();

    /**
     * No worlds yet.
     *
     * @param rules what each will have in common
     * @param seed where their ids come from: the same seed, the same ids in a world of the same name; any when empty
     * @param most how many there may be beside the default one
     * @param disk where their documents go
     * @param filling what is in each from its start
     */
    public Worlds(World.Rules rules, OptionalLong seed, int most, Disk disk, Filling<?> filling) {
        this.rules = rules;
        this.seed = seed;
        this.most = most;
        this.disk = disk;
        this.filling = filling;
        this.answers = new Answers(new Documents(disk.folder().resolve("answers"), disk), Optional.empty());
    }

    /** What the recognition of some documents is to yield in all worlds that do not say otherwise. */
    public Answers answers() {
        return answers;
    }

    /**
     * The world with this name, 1 to 64 letters, digits and hyphens; made if there is none.
     *
     * @throws StorageException if there are as many as there may be
     */
    public World named(String name) {
        World world = byName.get(name);
        return world != null ? world : named(name, made -> {});
    }

    /** The same; {@code whenMade} is told of the world if there was none. */
    public World named(String name, Consumer<World> whenMade) {
        return byName.computeIfAbsent(name, absent -> {
            World made = inItsPlace(absent, () -> filledWorld(absent));
            whenMade.accept(made);
            return made;
        });
    }

    /** All of them, by name; the default one is always there. */
    public List<World> all() {
        defaultWorld();
        return byName.values().stream()
                .sorted(Comparator.comparing(World::name))
                .toList();
    }

    /** The world with this name, if there is one; the default one is always there. */
    public Optional<World> find(String name) {
        return name.equals(Token.DEFAULT_WORLD) ? Optional.of(defaultWorld()) : Optional.ofNullable(byName.get(name));
    }

    /** The world that a token belongs to; one that is not accepted makes no world, and belongs to the default one. */
    public World of(Token token) {
        boolean accepted = rules.flat().accounts().refusalOf(token).isEmpty();
        return accepted ? named(token.world()) : defaultWorld();
    }

    /** The world of every call that names no other. */
    public World defaultWorld() {
        return named(Token.DEFAULT_WORLD);
    }

    /** Ends a world: whoever waits in it is let go, its documents are deleted, and its name makes a new one. */
    public void end(String name) {
        World ended = byName.remove(name);
        if (ended != null) {
            ended.close();
            leavePlace(name);
        }
    }

    /**
     * Puts a world that somebody fills in the place of the one with this name, which ends; its journal goes on. If the
     * filling fails, nothing has happened.
     *
     * @return what the filling says of what it put in
     * @throws StorageException if the name is unknown and the number of worlds is at its limit
     */
    public <T> T replace(String name, Filling<T> other) throws IOException {
        if (!byName.containsKey(name)) {
            takePlace(name); // before much is read in vain
            leavePlace(name);
        }
        World world = newWorld(name);
        T made = fill(world, other);
        AtomicReference<World> before = new AtomicReference<>();
        try {
            byName.compute(name, (same, there) -> {
                if (there == null) {
                    takePlace(name);
                }
                before.set(there);
                return world;
            });
        } catch (StorageException full) {
            world.close();
            throw full;
        }
        if (before.get() != null) {
            world.journal().goOnFrom(before.get().journal());
            before.get().close();
        }
        return made;
    }

    /** Puts into a new world what is to be in it; throws {@link UnfitFilling} for what does not fit. */
    @FunctionalInterface
    public interface Filling<T> {
        T fill(World fresh) throws IOException;
    }

    /** Lets everybody go who waits in one of them. The documents go with their folder. */
    @Override
    public void close() {
        byName.values().forEach(world -> world.clock().release());
    }

    private World inItsPlace(String name, Supplier<World> making) {
        takePlace(name);
        try {
            return making.get();
        } catch (RuntimeException failed) {
            leavePlace(name);
            throw failed;
        }
    }

    private void takePlace(String name) {
        if (!name.equals(Token.DEFAULT_WORLD) && places.incrementAndGet() > most) {
            places.decrementAndGet();
            throw StorageException.limit(String.format(
                    "This server has %,d worlds beside the default one, as many as it may: end a world, or start Fermata"
                            + " with a larger --max-worlds",
                    most));
        }
    }

    private void leavePlace(String name) {
        if (!name.equals(Token.DEFAULT_WORLD)) {
            places.decrementAndGet();
        }
    }

    private World filledWorld(String name) {
        World world = newWorld(name);
        try {
            fill(world, filling);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T fill(World fresh, Filling<T> how) throws IOException {
        boolean isFilled = false;
        try {
            T made = how.fill(fresh);
            isFilled = true;
            return made;
        } finally {
            if (!isFilled) {
                fresh.close();
            }
        }
    }

    private World newWorld(String name) {
        if (!World.isName(name)) {
            throw new IllegalArgumentException("a world's name is 1 to 64 letters, digits and hyphens, not " + name);
        }
        return new World(
                name,
                rules,
                seed.isPresent() ? seed.getAsLong() ^ name.hashCode() : random.nextLong(),
                new Documents(disk.folder().resolve("world-" + count.incrementAndGet()), disk),
                answers,
                alarms);
    }
}
