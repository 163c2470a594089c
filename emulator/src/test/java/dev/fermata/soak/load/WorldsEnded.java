package dev.fermata.soak.load;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Folders;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Patience;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Reply;
import dev.fermata.soak.target.Sheets;
import dev.fermata.soak.target.Worlds;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Worlds that are ended, written down and put back while their clients work in them. */
public final class WorldsEnded implements Attack {
    private static final int THREADS = 8;
    private static final int CONTROLLERS = 2;
    private static final int WORLDS = 6;
    private static final int LARGE_BYTES = 300_000;

    @Override
    public String name() {
        return "worlds-ended";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int acts = round.count(200, 5_000);
        List<byte[]> sheets = new ArrayList<>(Sheets.several(3, round.random(-1)));
        sheets.add(OddPdfs.padded(LARGE_BYTES)); // so that a snapshot takes a while
        Outcomes outcomes = new Outcomes();
        int before = folders(round);
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
            int left = worlds.named("ended-").size();
            int folders = Patience.until(() -> folders(round), before, 10);
            return List.of(
                    Figure.atLeast("worlds-ended: requests answered", outcomes.all(), acts, "requests")
                            .seen(outcomes.toString()),
                    Figure.exactly(
                            "worlds-ended: answers 5xx that no page documents, or half a snapshot as a whole",
                            outcomes.bad(),
                            0,
                            "answers"),
                    Figure.exactly("worlds-ended: worlds left when all were ended", left, 0, "worlds"),
                    Figure.atMost("worlds-ended: folders of worlds left", folders, before, "folders"));
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
                case 1 -> outcomes.add("PUT seed", control.put(world + "/seed", Body.json("{}")));
                default -> {
                    Reply snapshot = control.get(world + "/snapshot");
                    outcomes.add("GET snapshot", snapshot, WorldsEnded::isBadSnapshot);
                    if (snapshot.status() == 200) {
                        Body body = Body.json(snapshot.body());
                        outcomes.add("PUT snapshot", control.put(world + "/snapshot", body));
                    }
                }
            }
        } catch (IOException broken) {
            outcomes.broken();
        }
    }

    /** A snapshot that could not be written to its end must not look whole. */
    private static boolean isBadSnapshot(Reply reply) {
        return reply.isFailure() || (reply.status() == 200 && reply.json().isMissingNode());
    }
}
