package dev.fermata.soak;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Folders;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Server;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Attacks in turn on one server, which has to be the same one after each, and to answer. */
final class Battle implements AutoCloseable {
    private static final Duration SHORT_PATIENCE = Duration.ofMinutes(4);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);

    private final Path folder;
    private final boolean isShort;
    private final Path log;
    private @Nullable Server server;
    private int bugs;
    private int number;

    Battle(Path folder, boolean isShort) {
        this.folder = folder;
        this.isShort = isShort;
        this.log = folder.resolve("server.log");
    }

    /** Runs an attack and prints what it saw; answers whether all checks hold. */
    boolean run(Attack attack, long seed) throws IOException {
        if (!attack.missing().isEmpty()) {
            System.out.println((Soak.isRequired() ? "FAIL " : "     ") + attack.name() + ": not run, as it needs "
                    + attack.missing());
            return !Soak.isRequired();
        }
        long start = System.nanoTime();
        Server target = server();
        List<Figure> figures = new ArrayList<>();
        Path own = Files.createDirectories(folder.resolve("attack-" + ++number));
        try {
            figures.addAll(within(attack, new Round(target, seed, isShort, own)));
        } catch (Exception | AssertionError failed) {
            figures.add(Figure.that(attack.name() + ": ran to its end", false).seen(words(failed)));
        }
        if (!attack.hasOwnServer()) {
            figures.addAll(afterwards(attack.name(), target));
        }
        Folders.delete(own);
        figures.forEach(System.out::println);
        System.out.printf("     %s took %.1f s%n", attack.name(), (System.nanoTime() - start) / 1e9);
        return figures.stream().allMatch(Figure::holds);
    }

    /** Stops the server; answers whether it left nothing behind. */
    boolean end() throws IOException {
        Server last = server;
        if (last == null) {
            return true;
        }
        close();
        Figure left = Figure.exactly(
                "files left after the server stopped",
                Folders.below(last.folder(), "").size(),
                0,
                "files");
        System.out.println(left);
        return left.holds();
    }

    @Override
    public void close() {
        Server last = server;
        server = null;
        if (last != null) {
            last.close();
        }
    }

    private Server server() throws IOException {
        Server current = server;
        if (current == null || !current.isAlive()) {
            current = Server.start(folder.resolve("tmp-" + number), log, "--pace=fast");
            server = current;
        }
        return current;
    }

    private List<Figure> within(Attack attack, Round round) throws Exception {
        CompletableFuture<List<Figure>> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(attack.run(round));
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get((isShort ? SHORT_PATIENCE : LONG_PATIENCE).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } catch (TimeoutException hung) {
            thread.interrupt();
            throw hung;
        }
    }

    /** That the server is still there, answers, and met no bug; it is replaced where it is not good for the next attack. */
    private List<Figure> afterwards(String name, Server target) {
        boolean answers = answers(target);
        int bugsNow = target.bugs();
        List<Figure> figures = List.of(
                Figure.that(name + ": the process goes on", target.isAlive()),
                Figure.that(name + ": health is ready afterwards", answers),
                Figure.exactly(name + ": bugs in the server's log", bugsNow - bugs, 0, "bugs"));
        bugs = bugsNow;
        if (!answers) {
            target.kill();
        }
        return figures;
    }

    private static boolean answers(Server target) {
        try (Client control = target.control()) {
            return control.get("/_fermata/health").status() == 200;
        } catch (IOException silent) {
            return false;
        }
    }

    private static String words(Throwable failed) {
        return String.valueOf(failed)
                .lines()
                .limit(3)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
