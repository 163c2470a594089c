package dev.fermata.soak.load;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Sheets;
import dev.fermata.soak.target.Worlds;
import dev.fermata.testing.process.Figure;
import java.util.ArrayList;
import java.util.List;

/** Clients of both vendors that submit, poll, list, export and delete, in many worlds. */
public final class MixedLoad implements Attack {
    private static final int THREADS = 8;
    private static final int MOST_MEGABYTES = 700;

    @Override
    public String name() {
        return "mixed-load";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int requests = round.count(1_500, 60_000);
        int worlds = round.count(10, 100);
        List<byte[]> sheets = Sheets.several(round.count(5, 30), round.random(-1));
        Outcomes outcomes = new Outcomes();
        Crew.work(THREADS, thread -> {
            List<Visitor> visitors = new ArrayList<>();
            for (int world = thread; world < worlds + thread; world++) {
                Client client = round.server().client("fermata_mixed-" + world % worlds + "_me-" + thread);
                visitors.add(new Visitor(client, sheets, round.random(thread * 1_000L + world), outcomes));
            }
            for (int i = 0; i < requests / THREADS; i++) {
                visitors.get(i % visitors.size()).act();
            }
            for (Visitor visitor : visitors) {
                visitor.close();
            }
        });
        int megabytes = round.server().megabytes();
        List<String> wrong = new ArrayList<>();
        try (Client control = round.server().control()) {
            Worlds all = new Worlds(control);
            for (int world = 0; world < worlds; world++) {
                wrong.addAll(all.wrongLedgers("mixed-" + world));
            }
            all.end("mixed-");
        }
        return List.of(
                Figure.atLeast("mixed-load: requests answered", outcomes.all(), requests / 2.0, "requests")
                        .seen(outcomes.toString()),
                Figure.exactly("mixed-load: answers 5xx that no page documents", outcomes.bad(), 0, "answers"),
                Figure.exactly("mixed-load: ledgers that do not add up", wrong.size(), 0, "ledgers")
                        .seen(wrong.isEmpty() ? "" : wrong.get(0)),
                Figure.atMost("mixed-load: memory of the process", megabytes, MOST_MEGABYTES, "MB"));
    }
}
