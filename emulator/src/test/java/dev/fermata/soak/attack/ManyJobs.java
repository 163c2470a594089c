package dev.fermata.soak.attack;

import dev.fermata.soak.Attack;
import dev.fermata.soak.Body;
import dev.fermata.soak.Client;
import dev.fermata.soak.Crew;
import dev.fermata.soak.Outcomes;
import dev.fermata.soak.Polls;
import dev.fermata.soak.Round;
import dev.fermata.soak.Server;
import dev.fermata.soak.Sheets;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.util.List;

/** More jobs than the heap of a small server has room for: first those that end, then those that never do. */
final class ManyJobs implements Attack {
    private static final int THREADS = 4;
    private static final int MEGABYTES = 64;

    @Override
    public String name() {
        return "many-jobs";
    }

    @Override
    public boolean hasOwnServer() {
        return true;
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int jobs = round.count(20_000, 150_000);
        try (Server server = Server.start(
                        MEGABYTES, round.folder().resolve("tmp"), round.folder().resolve("log"), "--pace=instant");
                Polls polls = Polls.of(server)) {
            Outcomes ending = submit(server, jobs, Body.flatImport(Sheets.one()));
            Outcomes endless =
                    submit(server, jobs, Body.flatImport(Sheets.one()).with("Fermata-Scenario", "stalls"));
            return List.of(
                    Figure.exactly("many-jobs: jobs that end, and were not accepted", jobs - ending.of(202), 0, "jobs")
                            .seen(ending.toString()),
                    Figure.exactly("many-jobs: answers 5xx that no page documents", ending.bad() + endless.bad(), 0, "answers")
                            .seen(endless.toString()),
                    Figure.atLeast("many-jobs: refusals of jobs that never end", jobs - endless.of(202), 1, "jobs"),
                    Figure.exactly("many-jobs: the process goes on, in " + MEGABYTES + " MB", server.isAlive() ? 1 : 0, 1, "x"),
                    Figure.exactly("many-jobs: health is ready afterwards", polls.isReady() ? 1 : 0, 1, "x"));
        }
    }

    private static Outcomes submit(Server server, int jobs, Body body) throws Exception {
        Outcomes outcomes = new Outcomes();
        Crew.work(THREADS, thread -> {
            try (Client client = server.client("fermata_many_me-" + thread)) {
                for (int i = thread; i < jobs; i += THREADS) {
                    outcomes.add("POST /v2/scores", client.post("/v2/scores", body));
                }
            } catch (IOException silent) {
                outcomes.bad("a submission was not answered: " + silent);
            }
        });
        return outcomes;
    }
}
