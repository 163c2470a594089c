package dev.fermata.benchmark;

import dev.fermata.testing.process.Figure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** {@code GET /v2/tasks/{task}} beside a bare Javalin, in rounds that take turns; the median round counts. */
final class PollFigures {
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(3);

    private PollFigures() {}

    static List<Figure> measure() throws Exception {
        double[] throughput = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        try (ServerProcess bare = ServerProcess.start(BareServer.class);
                ServerProcess fermata = ServerProcess.start(FermataServer.class, "0", FermataServer.WATCHED)) {
            Load.poll(bare, WARM_UP);
            Load.poll(fermata, WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                Load.Round ofBare = Load.poll(bare, ROUND);
                Load.Round ofFermata = Load.poll(fermata, ROUND);
                throughput[i] = ofFermata.requestsPerSecond() / ofBare.requestsPerSecond();
                processor[i] = ofFermata.processorMicros() / ofBare.processorMicros();
                System.out.printf(
                        "round %d: bare %.0f/s %.1f us, Fermata %.0f/s %.1f us%n",
                        i + 1,
                        ofBare.requestsPerSecond(),
                        ofBare.processorMicros(),
                        ofFermata.requestsPerSecond(),
                        ofFermata.processorMicros());
            }
        }
        return List.of(
                Figure.atLeast("polls a second, to a bare Javalin's", median(throughput), 0.80, "x"),
                Figure.atMost("server's processor time a poll, to a bare Javalin's", median(processor), 1.25, "x"));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
