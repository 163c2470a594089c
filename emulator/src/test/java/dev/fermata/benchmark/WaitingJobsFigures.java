package dev.fermata.benchmark;

import dev.fermata.Fermata;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.process.Figure;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What 100,000 waiting jobs cost: heap, threads, and the price of a poll. */
final class WaitingJobsFigures {
    private static final int JOBS = 100_000;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration ROUND = Duration.ofSeconds(3);

    private WaitingJobsFigures() {}

    static List<Figure> measure() throws Exception {
        double megabytes;
        int threads;
        try (Fermata fermata = FermataServer.start()) {
            FlatClient client = FlatClient.of(fermata.flatUrl(), FermataServer.TOKEN);
            byte[] pdf = OddPdfs.blank(2);
            client.importPdf(pdf, Map.of());
            int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
            long before = usedHeap();
            for (int i = 0; i < JOBS; i++) {
                client.importPdf(pdf, Map.of());
            }
            megabytes = (usedHeap() - before) / 1e6;
            threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;
        }
        return List.of(
                Figure.atMost("heap of 100,000 waiting jobs", megabytes, 150, "MB"),
                // The server's own pool may grow by a few meanwhile.
                Figure.atMost("threads of 100,000 waiting jobs", threads, 8, "threads"),
                Figure.atMost(
                        "processor time of a poll beside 100,000 jobs, to beside none", priceOfAPoll(), 1.15, "x"));
    }

    private static double priceOfAPoll() throws Exception {
        double[] ratios = new double[ROUNDS];
        try (ServerProcess few = ServerProcess.start(FermataServer.class, "0");
                ServerProcess many = ServerProcess.start(FermataServer.class, "" + JOBS)) {
            Load.poll(few, WARM_UP);
            Load.poll(many, WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                ratios[i] = Load.poll(many, ROUND).processorMicros()
                        / Load.poll(few, ROUND).processorMicros();
            }
        }
        return PollFigures.median(ratios);
    }

    static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
