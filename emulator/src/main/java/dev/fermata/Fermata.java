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
import dev.fermata.flat.api.FlatApi;
import dev.fermata.http.Health;
import dev.fermata.http.HttpServer;
import dev.fermata.http.answer.Route;
import dev.fermata.http.receive.LeastRate;
import dev.fermata.job.JobLimit;
import dev.fermata.job.Jobs;
import dev.fermata.journal.Journal;
import dev.fermata.journal.JournalBudget;
import dev.fermata.score.content.AnswerFolder;
import dev.fermata.score.content.Answers;
import dev.fermata.scoreflow.ScoreFlowApi;
import dev.fermata.seed.Seed;
import dev.fermata.seed.Seeded;
import dev.fermata.snapshot.Snapshot;
import dev.fermata.table.Store;
import dev.fermata.world.Vendor;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    /** How many conversions ScoreFlow runs at once; see the fidelity of its queue. */
    private static final int SCOREFLOW_SERVERS = 4;

    private static final int SCOREFLOW_MOST_WAITING = 100;
    static final long MOST_DISK = 4L << 30;
    private static final String WARM_UP_WORLD = "fermata-warm-up";

    private static final Logger LOG = LoggerFactory.getLogger(Fermata.class);

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
        Disk disk = new Disk(folder, options.maxDisk().orElseGet(() -> usualDisk(folder.path())));
        this.worlds = new Worlds(
                rules(options, warmUpToken),
                options.idSeed(),
                options.maxWorlds(),
                disk,
                fresh -> seed(options.seed().within(fresh.name()), fresh));
        if (options.answers().isPresent()) {
            AnswerFolder.read(options.answers().get(), worlds.answers());
        }
        worlds.defaultWorld(); // so that a seed which is not possible is told at once
        Optional<ControlToken> made =
                isLoopback(options.host()) ? Optional.empty() : Optional.of(ControlToken.random());
        this.controlToken = options.controlToken().or(() -> made);
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

    /** Starts one for tests: on loopback, at any free port, with jobs that are done in well under a second. */
    public static Fermata start() {
        return start(FermataOptions.defaults());
    }

    /**
     * Starts one.
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
     * Ends a world: whoever waits in it is let go, its documents are deleted, and its name makes a new one. One that is
     * not there has ended already.
     */
    public void endWorld(String name) {
        worlds.end(name);
    }

    /** Writes all of a world, but for its journal, as JSON; see {@link Snapshot}. */
    public void snapshot(String world, OutputStream out) throws IOException {
        Snapshot.write(world(world), out);
    }

    /**
     * Puts a world that was written by {@link #snapshot}, be it of another name, in the place of this one.
     *
     * @throws IllegalArgumentException if it is none; nothing has happened then
     */
    public World restore(String world, InputStream in) throws IOException {
        return worlds.replace(world, fresh -> {
            Snapshot.read(in, fresh);
            return fresh;
        });
    }

    /**
     * Begins a world anew, with this in it.
     *
     * @throws IllegalArgumentException if that is not possible; nothing has happened then
     */
    public Seeded begin(String world, Seed seed) throws IOException {
        return worlds.replace(world, fresh -> seed(seed, fresh));
    }

    private Seeded seed(Seed seed, World fresh) throws IOException {
        return seed.plantIn(fresh, options.flat());
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

    /** Whether anybody has been in the world with this name. */
    boolean worldIsMade(String name) {
        return worlds.find(name).isPresent();
    }

    /** All operations of the control API. */
    List<Route> controlRoutes() {
        return control.routes();
    }

    /** Where everything is kept that does not fit into memory. */
    Path folder() {
        return folder.path();
    }

    private void warmUp() {
        if (options.warmUp()) {
            try {
                world(WARM_UP_WORLD).scenarios().stopAll();
                new WarmUp(flatUrl(), warmUpToken, world(WARM_UP_WORLD)).run();
                worlds.end(WARM_UP_WORLD);
            } catch (IOException | RuntimeException cold) {
                LOG.debug("the server stays cold", cold);
            }
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

    /** 4 GB, but at most half of what is free. */
    private static long usualDisk(Path folder) {
        try {
            return Math.min(MOST_DISK, Files.getFileStore(folder).getUsableSpace() / 2);
        } catch (IOException unknown) {
            LOG.debug("it is unknown how much is free in {}", folder, unknown);
            return MOST_DISK;
        }
    }

    private static boolean isLoopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    private static World.Rules rules(FermataOptions options, String warmUpToken) {
        Map<String, Scope> issued = new HashMap<>(options.issued());
        issued.put(Token.of(warmUpToken).hash(), Scope.ALL);
        var accounts = new Accounts.Rules(
                new Accounts.Opening(
                        options.credits(),
                        options.flat().allowance(),
                        options.plan(),
                        options.flat().locale()),
                options.strictTokens(),
                issued);
        var flat = new Jobs.Rules(options.pace(), Jobs.NOBODY_WAITS, Jobs.NOBODY_WAITS, true);
        var scoreFlow = new Jobs.Rules(options.pace(), SCOREFLOW_SERVERS, SCOREFLOW_MOST_WAITING, false);
        // ScoreFlow knows no plans: nothing that is not bought with credits.
        var withoutPlans = new Accounts.Rules(
                new Accounts.Opening(options.credits(), 0, Plan.PREMIUM, Optional.empty()),
                options.strictTokens(),
                issued);
        return new World.Rules(
                options.speed(),
                new Vendor.Rules(accounts, flat),
                new Vendor.Rules(withoutPlans, scoreFlow),
                options.journal(),
                new JournalBudget(options.memory().journalBytes()),
                new JobLimit(options.memory().maxJobs()),
                options.scenarios(),
                Store.MEMORY);
    }
}
