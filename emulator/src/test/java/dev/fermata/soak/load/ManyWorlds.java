package dev.fermata.soak.load;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Server;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.util.List;

/** Tokens of more worlds than a small server has room for, each with a journal of long entries. */
public final class ManyWorlds implements Attack {
    private static final int THREADS = 4;
    private static final int MEGABYTES = 48;
    private static final int PATH_LENGTH = 6_000;

    @Override
    public String name() {
        return "many-worlds";
    }

    @Override
    public boolean hasOwnServer() {
        return true;
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int worlds = round.count(1_000, 20_000);
        int requests = round.count(9_000, 100_000);
        try (Server server = Server.start(
                MEGABYTES, round.folder().resolve("tmp"), round.folder().resolve("log"), "--pace=instant")) {
            Outcomes journals = ask(server, requests, 10, "/v2/me?limit=" + "1".repeat(PATH_LENGTH));
            Outcomes tokens = ask(server, worlds, worlds, "/v2/me");
            boolean isReady;
            try (Client control = server.control()) {
                isReady = control.get("/_fermata/health").at("/status").equals("ready");
            } catch (IOException silent) {
                isReady = false;
            }
            return List.of(
                    Figure.exactly(
                                    "many-worlds: requests in ten worlds that were not answered as usual",
                                    requests - journals.of(200),
                                    0,
                                    "requests")
                            .seen(journals.toString()),
                    Figure.exactly(
                                    "many-worlds: tokens neither accepted nor refused clearly",
                                    tokens.bad(),
                                    0,
                                    "tokens")
                            .seen(tokens.toString()),
                    Figure.that("many-worlds: the process goes on, in " + MEGABYTES + " MB", server.isAlive()),
                    Figure.that("many-worlds: health is ready afterwards", isReady));
        }
    }

    private static Outcomes ask(Server server, int requests, int worlds, String path) throws Exception {
        Outcomes outcomes = new Outcomes();
        Crew.work(THREADS, thread -> {
            for (int i = thread; i < requests; i += THREADS) {
                try (Client client = server.client("fermata_many-" + i % worlds + "_me")) {
                    outcomes.add("GET /v2/me", client.get(path));
                } catch (IOException silent) {
                    outcomes.bad("a request was not answered: " + silent);
                    return;
                }
            }
        });
        return outcomes;
    }
}
