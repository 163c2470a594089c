package dev.fermata.soak.load;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Patience;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Persistent;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Worlds;
import dev.fermata.testing.process.Figure;
import java.util.List;

/** The scenario that refuses connections for a while, asked for again and again. */
public final class Refusals implements Attack {
    private static final int THREADS = 4;
    private static final int MORE_THREADS = 10;
    private static final int MORE_SOCKETS = 4;
    private static final int PATIENCE_SECONDS = 20;
    private static final Body REFUSED = Body.NONE.with("Fermata-Scenario", "refused");

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        Server server = round.server();
        int requests = round.count(200, 10_000);
        Outcomes outcomes = new Outcomes();
        try (Client control = server.control()) {
            control.put("/_fermata/worlds/refused");
            // So that two seconds of its clock pass in an instant.
            control.post("/_fermata/worlds/refused/clock/speed", Body.json("{\"speed\":1000000}"));
        }
        int threads = server.threads();
        int sockets = server.sockets();
        Crew.work(THREADS, thread -> {
            for (int i = 0; i < requests / THREADS; i++) {
                Persistent.send(server, "fermata_refused_me", "GET", "/v2/me", REFUSED)
                        .ifPresentOrElse(reply -> outcomes.add("refused", reply, any -> true), outcomes::broken);
            }
        });
        int threadsAfter = Patience.until(server::threads, threads + MORE_THREADS, PATIENCE_SECONDS);
        int socketsAfter = Patience.until(server::sockets, sockets + MORE_SOCKETS, PATIENCE_SECONDS);
        try (Client control = server.control()) {
            new Worlds(control).end("refused");
        }
        return List.of(
                Figure.exactly("refusals: requests that were not refused", outcomes.bad(), 0, "requests")
                        .seen(outcomes.toString()),
                Figure.atMost("refusals: threads afterwards", threadsAfter, threads + MORE_THREADS, "threads"),
                Figure.atMost("refusals: sockets afterwards", socketsAfter, sockets + MORE_SOCKETS, "sockets"));
    }
}
