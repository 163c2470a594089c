package dev.fermata.benchmark;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.Pace;
import dev.fermata.testing.FlatClient;
import java.time.Duration;
import java.util.Map;

/** Fermata with one import under way, and as many others waiting as the first argument says. */
public final class FermataServer {
    static final String TOKEN = "fermata_default_benchmark";

    private FermataServer() {}

    public static void main(String[] args) {
        Fermata fermata = start();
        Runtime.getRuntime().addShutdownHook(new Thread(fermata::close));
        FlatClient client = FlatClient.of(fermata.flatUrl(), TOKEN);
        byte[] pdf = OddPdfs.blank(2);
        String task = client.importPdf(pdf, Map.of()).at("/id");
        fermata.world().flat().jobs().step(fermata.world().job(task).orElseThrow());
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            client.importPdf(pdf, Map.of());
        }
        System.out.println(fermata.url().getPort());
        System.out.println("/v2/tasks/" + task);
    }

    /** A server that neither credits nor limits stop, and whose jobs stay where they are. */
    static Fermata start() {
        RateLimit.Rule none = new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofDays(365));
        return Fermata.start(FermataOptions.builder()
                .pace(Pace.MANUAL)
                .credits(Integer.MAX_VALUE)
                .flat(FlatOptions.defaults().withRequests(none))
                .build());
    }
}
