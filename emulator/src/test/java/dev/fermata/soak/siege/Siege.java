package dev.fermata.soak.siege;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Patience;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Polls;
import dev.fermata.soak.target.Server;
import dev.fermata.testing.process.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that hold connections without getting anywhere, while another client polls its task. */
public final class Siege implements Attack {
    private static final int TRIES = 3;
    private static final double MOST_TIMES_AS_LONG = 2;
    private static final int MORE_THREADS = 10;
    private static final int DRIP_MILLIS = 1_000;
    private static final int MOST_SETTLE_SECONDS = 12;
    private static final int PATIENCE_SECONDS = 30;
    private static final int MOST_SECONDS = 1_200;

    private final String name;
    private final List<Besieger> besiegers;

    public Siege(String name, List<Besieger> besiegers) {
        this.name = name;
        this.besiegers = besiegers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        Server server = round.server();
        int clients = 0;
        int count = round.count(300, 2_000);
        try (Polls polls = Polls.of(server)) {
            polls.millis(count); // so that the server has compiled what it needs
            for (Besieger besieger : besiegers) {
                besieger.prepare(server);
            }
            double usual = polls.median(count);
            int threads = server.threads();
            int sockets = server.sockets();
            double besieged = Double.POSITIVE_INFINITY;
            int silent = 0;
            int held;
            int left;
            ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor();
            try (Crowd crowd = new Crowd(server.port())) {
                for (Besieger besieger : besiegers) {
                    for (int i = 0; i < besieger.count(round); i++) {
                        crowd.open(besieger.request(i), besieger.drips());
                        clients++;
                    }
                }
                Future<?> dripping =
                        tap.scheduleAtFixedRate(crowd::drip, DRIP_MILLIS, DRIP_MILLIS, TimeUnit.MILLISECONDS);
                Patience.untilSteady(server::threads, MOST_SETTLE_SECONDS); // each holds what it can get
                for (int i = 0; i < TRIES && besieged > MOST_TIMES_AS_LONG * usual; i++) {
                    silent += polls.isReady() ? 0 : 1;
                    besieged = Math.min(besieged, polls.median(count));
                }
                held = server.threads();
                int last = Patience.until(server::sockets, sockets, round.count(90, MOST_SECONDS));
                left = Math.max(0, last - sockets);
                dripping.cancel(false);
            } finally {
                tap.shutdownNow();
            }
            usual = Math.max(usual, polls.median(count));
            List<Figure> figures = new ArrayList<>(List.of(
                    Figure.atMost(name + ": a poll, to its usual time", besieged / usual, MOST_TIMES_AS_LONG, "x")
                            .seen(clients + " clients, who held " + (held - threads) + " threads"),
                    Figure.exactly(name + ": times that health was not ready", silent, 0, "times"),
                    Figure.atMost(name + ": connections that did not end by themselves", left, 0, "connections"),
                    Figure.atMost(
                            name + ": threads afterwards",
                            Patience.until(() -> server.threads(), threads + MORE_THREADS, PATIENCE_SECONDS),
                            threads + MORE_THREADS,
                            "threads")));
            for (Besieger besieger : besiegers) {
                besieger.leave(server);
            }
            return figures;
        }
    }
}
