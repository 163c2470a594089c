package dev.fermata.benchmark;

import dev.fermata.testing.process.Figure;
import java.time.Duration;
import java.util.List;

/** What the journal, and ten scenarios that fit nothing, add to the price of a poll. */
final class WatchedFigures {
    private static final int ROUNDS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(3);

    private WatchedFigures() {}

    static List<Figure> measure() throws Exception {
        double[] ratios = new double[ROUNDS];
        try (ServerProcess plain = ServerProcess.start(FermataServer.class, "0");
                ServerProcess watched = ServerProcess.start(FermataServer.class, "0", FermataServer.WATCHED)) {
            Load.poll(plain, WARM_UP);
            Load.poll(watched, WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                ratios[i] = Load.poll(watched, ROUND).processorMicros()
                        / Load.poll(plain, ROUND).processorMicros();
            }
        }
        return List.of(Figure.atMost(
                "processor time of a poll with journal and scenarios, to one without",
                PollFigures.median(ratios),
                1.10,
                "x"));
    }
}
