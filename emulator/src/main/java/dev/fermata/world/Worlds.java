package dev.fermata.world;

import dev.fermata.account.Token;
import dev.fermata.clock.Alarms;
import dev.fermata.document.Documents;
import dev.fermata.score.Answers;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The worlds of one server, each made when it is first asked for. Safe for use by many threads. */
public final class Worlds implements AutoCloseable {
    private final World.Rules rules;
    private final long seed;
    private final Path folder;
    private final Answers answers;
    private final Alarms alarms = new Alarms();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, World> byName = new ConcurrentHashMap<>();

    /**
     * No worlds yet.
     *
     * @param rules what each will have in common
     * @param seed where their ids come from
     * @param folder where their documents go
     */
    public Worlds(World.Rules rules, long seed, Path folder) {
        this.rules = rules;
        this.seed = seed;
        this.folder = folder;
        this.answers = new Answers(new Documents(folder.resolve("answers")), Optional.empty());
    }

    /** What the recognition of some documents is to yield in all worlds that do not say otherwise. */
    public Answers answers() {
        return answers;
    }

    /** The world with this name, 1 to 64 letters, digits and hyphens; made if there is none. */
    public World named(String name) {
        World world = byName.get(name);
        return world != null ? world : byName.computeIfAbsent(name, this::newWorld);
    }

    /** Makes the world with this name; answers whether there was none. */
    public boolean make(String name) {
        AtomicBoolean made = new AtomicBoolean();
        byName.computeIfAbsent(name, absent -> {
            made.set(true);
            return newWorld(absent);
        });
        return made.get();
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
        }
    }

    /** Lets everybody go who waits in one of them. The documents go with their folder. */
    @Override
    public void close() {
        byName.values().forEach(world -> world.clock().release());
    }

    private World newWorld(String name) {
        if (!World.isName(name)) {
            throw new IllegalArgumentException("a world's name is 1 to 64 letters, digits and hyphens, not " + name);
        }
        return new World(
                name,
                rules,
                seed ^ name.hashCode(),
                folder.resolve("world-" + count.incrementAndGet()),
                answers,
                alarms);
    }
}
