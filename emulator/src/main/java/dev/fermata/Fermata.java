package dev.fermata;

import dev.fermata.account.Accounts;
import dev.fermata.account.Plan;
import dev.fermata.account.Scope;
import dev.fermata.account.Token;
import dev.fermata.clock.VirtualClock;
import dev.fermata.control.ControlApi;
import dev.fermata.document.Facts;
import dev.fermata.flat.FlatApi;
import dev.fermata.http.HttpServer;
import dev.fermata.job.Jobs;
import dev.fermata.scoreflow.ScoreFlowApi;
import dev.fermata.world.Vendor;
import dev.fermata.world.World;
import dev.fermata.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

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
    private static final String WARM_UP_WORLD = "fermata-warm-up";

    private final FermataOptions options;
    private final Path folder;
    private final Worlds worlds;
    private final HttpServer server;
    private final String warmUpToken = "fermata_" + WARM_UP_WORLD + "_" + UUID.randomUUID();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Whoever forgets to close, or is told to stop, leaves nothing behind either. */
    private final Thread atExit = new Thread(this::release, "fermata-at-exit");

    private Fermata(FermataOptions options, Path folder) throws IOException {
        this.options = options;
        this.folder = folder;
        this.worlds = new Worlds(rules(options, warmUpToken), new SecureRandom().nextLong(), folder);
        var http = new HttpServer.Options(
                options.host(), options.port(), () -> options.logRequests() && ready.get(), folder);
        this.server = HttpServer.start(
                http,
                List.of(
                        new FlatApi(worlds, options.flat(), folder),
                        new ScoreFlowApi(worlds, options.scoreFlow(), folder),
                        new ControlApi(worlds, ready::get)));
    }

    /** Starts one for tests: on loopback, at any free port, with jobs that are done in well under a second. */
    public static Fermata start() {
        return start(FermataOptions.defaults());
    }

    /**
     * Starts one.
     *
     * @throws UncheckedIOException if the address cannot be bound; its message says why
     */
    public static Fermata start(FermataOptions options) {
        try {
            Path folder = Files.createTempDirectory("fermata-");
            try {
                return new Fermata(options, folder).warmedUp();
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(folder);
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

    /** The time of the default world. */
    public VirtualClock clock() {
        return world().clock();
    }

    /** The default world: that of every token that names no other. */
    public World world() {
        return worlds.defaultWorld();
    }

    /** The world that tokens {@code fermata_<name>_<account>} belong to. */
    public World world(String name) {
        return worlds.named(name);
    }

    /** The classes of the engine that say where a behaviour comes from. */
    static List<Class<?>> behaviours() {
        return List.of(FermataOptions.class, Plan.class, Facts.Problem.class);
    }

    /** How it was started. */
    public FermataOptions options() {
        return options;
    }

    /** Whether anybody has been in the world with this name. */
    public boolean worldIsMade(String name) {
        return worlds.find(name).isPresent();
    }

    /** Where everything is kept that does not fit into memory. */
    Path folder() {
        return folder;
    }

    private Fermata warmedUp() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            if (options.warmUp()) {
                new WarmUp(flatUrl(), warmUpToken, world(WARM_UP_WORLD)).run();
                worlds.end(WARM_UP_WORLD);
            }
            ready.set(true);
            return this;
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Stops it and deletes all that it kept; a second time does nothing. */
    @Override
    public void close() {
        if (!closed.get()) {
            Runtime.getRuntime().removeShutdownHook(atExit);
            release();
        }
    }

    private void release() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.close();
        worlds.close();
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static World.Rules rules(FermataOptions options, String warmUpToken) {
        Map<String, Scope> issued = new HashMap<>(options.issued());
        issued.put(Token.of(warmUpToken).hash(), Scope.ALL);
        var accounts = new Accounts.Rules(options.credits(), options.plan(), options.strictTokens(), issued);
        // ScoreFlow knows no plans: nothing that is not bought with credits.
        var flat = new Jobs.Rules(options.pace(), Jobs.NOBODY_WAITS, Jobs.NOBODY_WAITS, true);
        var scoreFlow = new Jobs.Rules(options.pace(), SCOREFLOW_SERVERS, SCOREFLOW_MOST_WAITING, false);
        var withoutPlans = new Accounts.Rules(options.credits(), Plan.PREMIUM, options.strictTokens(), issued);
        return new World.Rules(
                options.speed(), new Vendor.Rules(accounts, flat), new Vendor.Rules(withoutPlans, scoreFlow));
    }
}
