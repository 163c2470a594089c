package dev.fermata.soak.attack;

import dev.fermata.soak.Attack;
import dev.fermata.soak.Body;
import dev.fermata.soak.Client;
import dev.fermata.soak.Crew;
import dev.fermata.soak.Folders;
import dev.fermata.soak.Outcomes;
import dev.fermata.soak.Reply;
import dev.fermata.soak.Round;
import dev.fermata.soak.Sheets;
import dev.fermata.soak.Worlds;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Worlds that are ended, written down and put back while their clients work in them. */
final class WorldsEnded implements Attack {
    private static final int THREADS = 8;
    private static final int CONTROLLERS = 2;
    private static final int WORLDS = 6;

    @Override
    public String name() {
        return "worlds-ended";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int acts = round.count(250, 5_000);
        List<byte[]> sheets = Sheets.several(3, round.random(-1));
        Outcomes outcomes = new Outcomes();
        AtomicInteger foldersBefore = new AtomicInteger(folders(round));
        Crew.work(THREADS, thread -> {
            Random random = round.random(thread);
            if (thread < CONTROLLERS) {
                for (int i = 0; i < acts / 4; i++) {
                    control(round, random, outcomes);
                }
                return;
            }
            for (int i = 0; i < acts / 10; i++) {
                String token = "fermata_ended-" + random.nextInt(WORLDS) + "_me";
                try (Visitor visitor = new Visitor(round.server().client(token), sheets, random, outcomes)) {
                    for (int j = 0; j < 10; j++) {
                        visitor.act();
                    }
                } catch (IOException broken) {
                    outcomes.broken(); // as of a download whose world ended
                }
            }
        });
        try (Client control = round.server().control()) {
            Worlds worlds = new Worlds(control);
            worlds.end("ended-");
            long left = worlds.names().stream().filter(name -> name.startsWith("ended-")).count();
            int folders = Patience.until(() -> folders(round), foldersBefore.get(), 10);
            return List.of(
                    Figure.atLeast("worlds-ended: requests answered", outcomes.all(), acts, "requests")
                            .seen(outcomes.toString()),
                    Figure.exactly("worlds-ended: answers 5xx that no page documents, or half a snapshot as a whole",
                            outcomes.bad(), 0, "answers"),
                    Figure.exactly("worlds-ended: worlds left when all were ended", left, 0, "worlds"),
                    Figure.atMost("worlds-ended: folders of worlds left", folders, foldersBefore.get(), "folders"));
        }
    }

    private static int folders(Round round) {
        return Folders.below(round.server().folder(), "world-").size();
    }

    private static void control(Round round, Random random, Outcomes outcomes) throws IOException {
        String world = "/_fermata/worlds/ended-" + random.nextInt(WORLDS);
        try (Client control = round.server().control()) {
            switch (random.nextInt(3)) {
                case 0 -> outcomes.add("DELETE " + world, control.delete(world));
                case 1 -> outcomes.add("PUT seed", control.send("PUT", world + "/seed",
                        java.util.Map.of("Content-Type", "application/json"), "{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                default -> {
                    Reply snapshot = control.get(world + "/snapshot");
                    outcomes.add("GET snapshot", snapshot, WorldsEnded::isBadSnapshot);
                    if (snapshot.status() == 200) {
                        Body body = new Body(java.util.Map.of("Content-Type", "application/json"), snapshot.body());
                        outcomes.add("PUT snapshot", control.send("PUT", world + "/snapshot", body.headers(), body.bytes()));
                    }
                }
            }
        } catch (IOException broken) {
            outcomes.broken();
        }
    }

    /** A snapshot that could not be written to its end must not look whole. */
    private static boolean isBadSnapshot(Reply reply) {
        return reply.isFailure() || reply.status() == 200 && reply.json().isMissingNode();
    }
}
