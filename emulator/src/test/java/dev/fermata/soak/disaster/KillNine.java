package dev.fermata.soak.disaster;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Folders;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Server;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server that is killed under load, beside another that lives: the next start removes what the dead one left. */
public final class KillNine implements Attack {
    private static final int THREADS = 4;
    private static final int UPLOADS_BEFORE = 40;

    @Override
    public String name() {
        return "kill-9";
    }

    @Override
    public boolean hasOwnServer() {
        return true;
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        Path shared = round.folder().resolve("tmp");
        Path log = round.folder().resolve("log");
        try (Server living = Server.start(shared, log, "--pace=fast")) {
            upload(living, 0);
            List<Path> ofLiving = top(shared);
            List<Path> ofBoth;
            try (Server killed = Server.start(shared, log, "--pace=fast")) {
                killUnderLoad(killed);
                ofBoth = top(shared);
            }
            try (Server next = Server.start(shared, log, "--pace=fast")) {
                List<Path> dead = ofBoth.stream()
                        .filter(path -> !ofLiving.contains(path) && Files.exists(path))
                        .toList();
                List<Path> alive = ofLiving.stream().filter(Files::exists).toList();
                boolean isReady = upload(living, 1) == 202 && upload(next, 2) == 202;
                return List.of(
                        Figure.atLeast(
                                "kill-9: what the dead process left", ofBoth.size() - ofLiving.size(), 1, "folders"),
                        Figure.exactly("kill-9: of that, still there after the next start", dead.size(), 0, "folders"),
                        Figure.exactly(
                                "kill-9: folders of the living one still there",
                                alive.size(),
                                ofLiving.size(),
                                "folders"),
                        Figure.that("kill-9: both living servers accept uploads", isReady));
            }
        }
    }

    private static void killUnderLoad(Server server) throws Exception {
        Outcomes outcomes = new Outcomes();
        Crew.work(THREADS, thread -> {
            for (int i = 0; server.isAlive(); i++) {
                try {
                    upload(server, thread * 10_000 + i);
                    outcomes.broken();
                } catch (IOException killed) {
                    return;
                }
                if (outcomes.all() >= UPLOADS_BEFORE) {
                    server.kill();
                }
            }
        });
    }

    private static int upload(Server server, int number) throws IOException {
        try (Client client = server.client("fermata_killed_me")) {
            return client.post("/v2/scores", Body.flatImport(OddPdfs.padded(50_000 + number)))
                    .status();
        }
    }

    private static List<Path> top(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            Files.isDirectory(path) && !Folders.below(path, "").isEmpty())
                    .toList();
        }
    }
}
