package dev.fermata.world;

import dev.fermata.account.Token;
import dev.fermata.clock.Alarms;
import dev.fermata.disk.Disk;
import dev.fermata.disk.StorageException;
import dev.fermata.document.Documents;
import dev.fermata.score.content.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The worlds of one server, each made by the first request that names it. Safe for use by many threads. */
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

    /** The number of worlds beside the default one, including those being made. */
    private final AtomicInteger places = new AtomicInteger();

    /**
     * Each world from the moment its making begins. A world is made and filled outside the map, since that reads files;
     * requests for the same world wait for its future.
     */
    private final Map<String, CompletableFuture<World>> byName = new ConcurrentHashMap<>();

    /**
     * No worlds yet.
     *
     * @param rules what all worlds have in common
     * @param seed the source of ids: the same seed gives the same ids in a world of the same name; random when empty
     * @param most the largest number of worlds beside the default one
     * @param disk keeps their documents
     * @param filling puts the initial content into each new world
     */
    public Worlds(World.Rules rules, OptionalLong seed, int most, Disk disk, Filling<?> filling) {
        this.rules = rules;
        this.seed = seed;
        this.most = most;
        this.disk = disk;
        this.filling = filling;
        this.answers = new Answers(new Documents(disk.folder().resolve("answers"), disk), Optional.empty());
    }

    /** The results of recognition given for certain documents, for all worlds that have none of their own. */
    public Answers answers() {
        return answers;
    }

    /**
     * The world with this name, 1 to 64 letters, digits and hyphens; made if there is none. Concurrent first calls make
     * one world; the others wait until it is filled. If the filling fails, each of them tries again.
     *
     * @throws IllegalArgumentException if the name is invalid
     * @throws StorageException if the number of worlds is at its limit
     */
    public World named(String name) {
        return named(name, made -> {});
    }

    /** The same; {@code whenMade} is called with the world if this call made it. */
    public World named(String name, Consumer<World> whenMade) {
        while (true) {
            CompletableFuture<World> pending = new CompletableFuture<>();
            CompletableFuture<World> known = byName.get(name);
            CompletableFuture<World> present = known != null ? known : byName.putIfAbsent(name, pending);
            if (present == null) {
                World made = publish(name, pending, () -> filledWorld(name));
                whenMade.accept(made);
                return made;
            }
            Optional<World> world = await(present);
            if (world.isPresent()) {
                return world.get();
            }
        }
    }

    /** All worlds that are made, ordered by name; the default one always is. */
    public List<World> all() {
        defaultWorld();
        return made().sorted(Comparator.comparing(World::name)).toList();
    }

    /** The world with this name, if it is made; the default one always is. Waits only for the default one. */
    public Optional<World> find(String name) {
        return name.equals(Token.DEFAULT_WORLD)
                ? Optional.of(defaultWorld())
                : Optional.ofNullable(byName.get(name)).flatMap(Worlds::ifMade);
    }

    /** The world of a token; a token that is not accepted makes no world and belongs to the default one. */
    public World of(Token token) {
        boolean accepted = rules.flat().accounts().refusalOf(token).isEmpty();
        return accepted ? named(token.world()) : defaultWorld();
    }

    /** The world of calls that name no other. */
    public World defaultWorld() {
        return named(Token.DEFAULT_WORLD);
    }

    /**
     * Ends a world: requests that wait in it are released and its documents are deleted. The next request with its name
     * makes a new world. A world that is being made is ended when it is made.
     */
    public void end(String name) {
        CompletableFuture<World> present = byName.get(name);
        if (present == null) {
            return;
        }
        Optional<World> world = await(present);
        if (world.isPresent() && byName.remove(name, present)) {
            world.get().close();
            leavePlace(name);
        }
    }

    /**
     * Fills a new world and puts it in the place of the one with this name, which ends; its journal is continued. If the
     * filling fails, the present world stays as it is.
     *
     * @return what the filling returns
     * @throws StorageException if the name is unknown and the number of worlds is at its limit
     */
    public <T> T replace(String name, Filling<T> other) throws IOException {
        if (!byName.containsKey(name)) {
            requirePlace(name); // before the filling is read in vain
        }
        World world = newWorld(name);
        T made = fill(world, other);
        Optional<World> before;
        try {
            before = exchange(name, world);
        } catch (StorageException full) {
            world.close();
            throw full;
        }
        before.ifPresent(ended -> {
            world.journal().goOnFrom(ended.journal());
            ended.close();
        });
        return made;
    }

    /** Puts a filled world in the place of the present one, which is returned. */
    private Optional<World> exchange(String name, World world) {
        while (true) {
            CompletableFuture<World> pending = new CompletableFuture<>();
            CompletableFuture<World> present = byName.putIfAbsent(name, pending);
            if (present == null) {
                publish(name, pending, () -> world);
                return Optional.empty();
            }
            Optional<World> before = await(present);
            if (before.isPresent() && byName.replace(name, present, CompletableFuture.completedFuture(world))) {
                return before;
            }
        }
    }

    /** Makes the world that others wait for. If that fails, its name is free again before they try themselves. */
    private World publish(String name, CompletableFuture<World> pending, Supplier<World> making) {
        boolean hasPlace = false;
        try {
            takePlace(name);
            hasPlace = true;
            World world = making.get();
            pending.complete(world);
            return world;
        } finally {
            if (!pending.isDone()) {
                byName.remove(name, pending);
                if (hasPlace) {
                    leavePlace(name);
                }
                pending.cancel(false);
            }
        }
    }

    /** Waits until a world is made; empty if that failed. */
    private static Optional<World> await(CompletableFuture<World> making) {
        try {
            return Optional.of(making.join());
        } catch (CancellationException failed) {
            return Optional.empty();
        }
    }

    private static Optional<World> ifMade(CompletableFuture<World> making) {
        return making.isDone() ? await(making) : Optional.empty();
    }

    private Stream<World> made() {
        return byName.values().stream().flatMap(making -> ifMade(making).stream());
    }

    /** Puts the initial content into a new world; throws {@link UnfitFilling} for content that is invalid. */
    @FunctionalInterface
    public interface Filling<T> {
        T fill(World fresh) throws IOException;
    }

    /** Releases all requests that wait in a world. The documents are deleted with their folder. */
    @Override
    public void close() {
        made().forEach(world -> world.clock().release());
    }

    private void takePlace(String name) {
        if (!name.equals(Token.DEFAULT_WORLD) && places.incrementAndGet() > most) {
            places.decrementAndGet();
            throw noPlace();
        }
    }

    private void requirePlace(String name) {
        if (!name.equals(Token.DEFAULT_WORLD) && places.get() >= most) {
            throw noPlace();
        }
    }

    private StorageException noPlace() {
        return StorageException.limit(String.format(
                "This server has %,d worlds beside the default one, as many as it may: end a world, or start Fermata"
                        + " with a larger --max-worlds",
                most));
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
