package dev.fermata.benchmark;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Journal;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Fermata with one import under way, and as many others waiting as the first argument says. */
public final class FermataServer {
    static final String TOKEN = "fermata_default_benchmark";

    /** The second argument of one that is {@linkplain #start(boolean) watched}. */
    static final String WATCHED = "watched";

    private static final int SCENARIOS = 10;

    private FermataServer() {}

    public static void main(String[] args) {
        Fermata fermata = start(args.length > 1 && args[1].equals(WATCHED));
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

    /** The same without a journal: what it takes is measured by itself. */
    static Fermata start() {
        return start(false);
    }

    /**
     * A server that neither credits nor limits stop, and whose jobs stay where they are.
     *
     * @param watched whether it keeps a journal, and plays scenarios that fit nothing
     */
    private static Fermata start(boolean watched) {
        Fermata fermata = Fermata.start(options(watched));
        for (int i = 0; watched && i < SCENARIOS; i++) {
            When never = When.ALWAYS.operation("createScore").account("nobody-" + i);
            fermata.world().scenarios().play(Scenario.of("never-" + i, never, new Then.Refusal(503, Optional.empty())));
        }
        return fermata;
    }

    private static FermataOptions options(boolean watched) {
        RateLimit.Rule none = new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofDays(365));
        Journal.Bounds journal = watched ? Journal.Bounds.DEFAULT : new Journal.Bounds(0, 0);
        return FermataOptions.builder()
                .pace(Pace.MANUAL)
                .credits(CreditLedger.MOST)
                .journal(journal.entries(), journal.bytes())
                .flat(FlatOptions.defaults().withRequests(none))
                .build();
    }
}
