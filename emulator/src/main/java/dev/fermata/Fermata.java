package dev.fermata;

import dev.fermata.account.Accounts;
import dev.fermata.account.Plan;
import dev.fermata.account.Scope;
import dev.fermata.account.Token;
import dev.fermata.clock.VirtualClock;
import dev.fermata.control.ControlApi;
import dev.fermata.control.gate.ControlToken;
import dev.fermata.control.gate.Guard;
import dev.fermata.disk.Disk;
import dev.fermata.document.facts.Facts;
import dev.fermata.exchange.DiskSpool;
import dev.fermata.fidelity.PublishedApi;
import dev.fermata.fidelity.SupportTable;
import dev.fermata.flat.FlatRules;
import dev.fermata.flat.api.FlatApi;
import dev.fermata.http.Health;
import dev.fermata.http.HttpServer;
import dev.fermata.http.receive.LeastRate;
import dev.fermata.job.JobLimit;
import dev.fermata.journal.Journal;
import dev.fermata.journal.JournalBudget;
import dev.fermata.score.content.AnswerFolder;
import dev.fermata.score.content.Answers;
import dev.fermata.scoreflow.ScoreFlowRules;
import dev.fermata.scoreflow.api.ScoreFlowApi;
import dev.fermata.seed.Seed;
import dev.fermata.seed.Seeded;
import dev.fermata.snapshot.Snapshot;
import dev.fermata.table.Store;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running emulator of Flat and ScoreFlow.
 *
 * <pre>{@code
 * try (var fermata = Fermata.start()) {
 *     var client = new MyClient(fermata.flatUrl());
 *     var job = client.upload(pdf);
 *     fermata.clock().advance(Duration.ofMinutes(2));
 *     assertEquals("done", client.poll(job));
 * }
 * }</pre>
 *
 * <p>Any number may run in one JVM. Closing one stops it, and deletes all that it kept.
 */
public final class Fermata implements AutoCloseable {
    private static final String WARM_UP_WORLD = "fermata-warm-up";

    private final FermataOptions options;
    private final TemporaryFolder folder;
    private final Worlds worlds;
    private final Optional<ControlToken> controlToken;
    private final ControlApi control;
    private final HttpServer server;
    private final String warmUpToken =
            Token.textOf(WARM_UP_WORLD, UUID.randomUUID().toString());
    private final AtomicBoolean ready = new AtomicBoolean();
    private final CompletableFuture<String> lost = new CompletableFuture<>();

    private Fermata(FermataOptions options, TemporaryFolder folder) throws IOException {
        this.options = options;
        this.folder = folder;
        Disk disk = new Disk(folder, options.maxDisk().orElseGet(() -> Disk.usualBytes(folder.path())));
        this.worlds = new Worlds(
                rules(options, warmUpToken),
                options.idSeed(),
                options.maxWorlds(),
                disk,
                fresh -> options.seed().within(fresh.name()).plantIn(fresh, options.flat()));
        if (options.answers().isPresent()) {
            AnswerFolder.read(options.answers().get(), worlds.answers());
        }
        worlds.defaultWorld(); // so that a seed which is not possible is told at once
        this.controlToken =
                options.controlToken().isPresent() ? options.controlToken() : ControlToken.neededAt(options.host());
        Health health = new Health();
        health.check(disk::problem);
        Guard guard = new Guard(controlToken, options.host());
        this.control = new ControlApi(worlds, options.flat(), guard, Fermata::fidelity, ready::get, health);
        var http = new HttpServer.Options(
                options.host(),
                options.port(),
                options.strictFidelity(),
                options.logRequests(),
                options.trustForwarded(),
                ready::get,
                new DiskSpool(disk),
                LeastRate.DEFAULT,
                health,
                lost::complete);
        this.server = HttpServer.start(
                http,
                List.of(new FlatApi(worlds, options.flat()), new ScoreFlowApi(worlds, options.scoreFlow()), control));
        folder.stopFirst(() -> {
            worlds.close();
            server.close();
        });
    }

    /** Starts a server for tests: on loopback, at any free port, with jobs that take less than a second. */
    public static Fermata start() {
        return start(FermataOptions.defaults());
    }

    /**
     * Starts a server.
     *
     * @throws UncheckedIOException if the address cannot be bound; its message says why
     * @throws IllegalArgumentException if an answer cannot be read; its message says which, and why
     */
    public static Fermata start(FermataOptions options) {
        try {
            TemporaryFolder folder = TemporaryFolder.create();
            try {
                Fermata fermata = new Fermata(options, folder);
                fermata.warmUp();
                return fermata;
            } catch (IOException | RuntimeException failed) {
                folder.close();
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What stands for {@code https://api.flat.io/v2}. */
    public URI flatUrl() {
        return url().resolve(FlatApi.ROOT);
    }

    /** What stands for {@code https://scoreflow.app/api}. */
    public URI scoreFlowUrl() {
        return url().resolve(ScoreFlowApi.ROOT);
    }

    /** The root of the server. */
    public URI url() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + server.port());
    }

    /** What calls of the control API must know, if anything: the token that was given, or made as nobody gave one. */
    public Optional<String> controlToken() {
        return controlToken.map(ControlToken::text);
    }

    /** The time of the default world. */
    public VirtualClock clock() {
        return world().clock();
    }

    /** The default world: that of every token that names no other. */
    public World world() {
        return worlds.defaultWorld();
    }

    /** What clients did in the default world. */
    public Journal journal() {
        return world().journal();
    }

    /** What the recognition of some documents is to yield in the default world. */
    public Answers answers() {
        return world().answers();
    }

    /** The world that tokens {@code fermata_<name>_<account>} belong to. */
    public World world(String name) {
        return worlds.named(name);
    }

    /** All worlds, by name; the default one is always there. */
    public List<World> worlds() {
        return worlds.all();
    }

    /**
     * Ends a world: waiting clients are released, its documents are deleted, and its name makes a new one. An unknown
     * world has ended already.
     */
    public void endWorld(String name) {
        worlds.end(name);
    }

    /** Writes a world without its journal, as JSON; see {@link Snapshot}. */
    public void snapshot(String world, OutputStream out) throws IOException {
        Snapshot.write(world(world), out);
    }

    /**
     * Replaces a world by one that {@link #snapshot} has written, of this or another name.
     *
     * @throws IllegalArgumentException if the input is no valid snapshot; nothing has changed then
     */
    public World restore(String world, InputStream in) throws IOException {
        return worlds.replace(world, fresh -> {
            Snapshot.read(in, fresh);
            return fresh;
        });
    }

    /**
     * Replaces a world by a new one with this content.
     *
     * @throws IllegalArgumentException if the content is impossible; nothing has changed then
     */
    public Seeded begin(String world, Seed seed) throws IOException {
        return worlds.replace(world, fresh -> seed.plantIn(fresh, options.flat()));
    }

    /** What is emulated, and where each behaviour comes from. */
    public static SupportTable fidelity() {
        return new SupportTable(apis());
    }

    /** What the vendors publish, and what the engine says of itself. */
    static List<PublishedApi> apis() {
        List<Class<?>> engine = List.of(FermataOption.class, Plan.class, Facts.Problem.class);
        return List.of(FlatApi.published(), ScoreFlowApi.published(), new PublishedApi("", List.of(), engine));
    }

    /** How it was started. */
    public FermataOptions options() {
        return options;
    }

    /** Whether the world with this name has been made. */
    boolean worldIsMade(String name) {
        return worlds.find(name).isPresent();
    }

    ControlApi control() {
        return control;
    }

    /** The folder of documents and large bodies. */
    Path folder() {
        return folder.path();
    }

    private void warmUp() {
        if (options.warmUp()) {
            new WarmUp(flatUrl(), warmUpToken).run(world(WARM_UP_WORLD));
            worlds.end(WARM_UP_WORLD);
        }
        ready.set(true);
    }

    /** Waits until the server can never serve again, and says why; it is still to be closed then. */
    public String awaitLoss() throws InterruptedException {
        try {
            return lost.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it and deletes all that it kept; a second time does nothing. */
    @Override
    public void close() {
        folder.close();
    }

    private static World.Rules rules(FermataOptions options, String warmUpToken) {
        Map<String, Scope> issued = new HashMap<>(options.issued());
        issued.put(Token.of(warmUpToken).hash(), Scope.ALL);
        var accounts = new Accounts.Rules(
                new Accounts.Opening(options.credits(), 0, options.plan(), Optional.empty()),
                options.strictTokens(),
                issued);
        return new World.Rules(
                options.speed(),
                FlatRules.of(options.flat(), accounts, options.pace()),
                ScoreFlowRules.of(accounts, options.pace()),
                options.journal(),
                new JournalBudget(options.memory().journalBytes()),
                new JobLimit(options.memory().maxJobs()),
                options.scenarios(),
                Store.MEMORY);
    }
}
