package dev.fermata.benchmark;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fermata with as many OMR jobs as the first argument says, and a clock that stands still. It does what it is told on
 * its standard input: {@code size} says threads and megabytes of heap, {@code advance} lets all jobs come to their first page.
 */
public final class LongPollServer {
    private LongPollServer() {}

    public static void main(String[] args) throws Exception {
        RateLimit.Rule none = new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofDays(365));
        OmrLimits many = new OmrLimits(1, 10, Integer.MAX_VALUE, 1 << 20, 30);
        Fermata fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .credits(CreditLedger.MOST)
                .flat(FlatOptions.defaults().withRequests(none).withOmr(many))
                .build());
        OmrClient omr = new OmrClient(FlatClient.of(fermata.flatUrl(), FermataServer.TOKEN));
        byte[] pdf = OddPdfs.blank(1);
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            jobs.add(omr.oneShot(pdf, Map.of()).at("/id"));
        }
        System.out.println(fermata.url().getPort());
        System.out.println(String.join(" ", jobs));
        obey(fermata);
    }

    private static void obey(Fermata fermata) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("size")) {
                int threads = ManagementFactory.getThreadMXBean().getThreadCount();
                System.out.println(threads + " " + WaitingJobsFigures.usedHeap() / 1e6);
            } else {
                fermata.clock().advance(Duration.ofMillis(1_500));
                System.out.println("advanced");
            }
        }
        fermata.close();
    }
}
