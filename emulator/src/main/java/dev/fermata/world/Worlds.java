package dev.fermata.world;

import dev.fermata.account.Token;
import dev.fermata.clock.Alarms;
import dev.fermata.document.Documents;
import dev.fermata.score.Answers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The worlds of one server, each made when it is first asked for. Safe for use by many threads. */
public final class Worlds implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final World.Rules rules;
    private final long seed;
    private final Path folder;
    private final Answers answers;
    private final Alarms alarms = new Alarms();
    private final AtomicInteger made = new AtomicInteger();
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
        return world != null ? world : byName.computeIfAbsent(name, this::make);
    }

    /** The world with this name, if there is one. */
    public Optional<World> find(String name) {
        return Optional.ofNullable(byName.get(name));
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

    /** Ends a world: its documents are deleted, and its name makes a new one. */
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

    private World make(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a world's name is 1 to 64 letters, digits and hyphens, not " + name);
        }
        return new World(
                name,
                rules,
                seed ^ name.hashCode(),
                folder.resolve("world-" + made.incrementAndGet()),
                answers,
                alarms);
    }
}
