package dev.fermata.soak.load;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Polls;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Sheets;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.util.List;

/** More jobs than the heap of a small server has room for: first those that end, then those that never do. */
public final class ManyJobs implements Attack {
    private static final int THREADS = 4;
    private static final int MEGABYTES = 40;
    private static final int ENOUGH_REFUSALS = 100;

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
        int jobs = round.count(11_000, 100_000);
        try (Server server = Server.start(
                        MEGABYTES, round.folder().resolve("tmp"), round.folder().resolve("log"), "--pace=instant");
                Polls polls = Polls.of(server)) {
            // Without a score, which would have to stay.
            Body job = Body.flatJob(Sheets.one());
            Outcomes ending = submit(server, jobs, job);
            Outcomes endless = submit(server, jobs, job.with("Fermata-Scenario", "stalls"));
            return List.of(
                    Figure.exactly("many-jobs: jobs that end, and were not accepted", jobs - ending.of(202), 0, "jobs")
                            .seen(ending.toString()),
                    Figure.atLeast(
                                    "many-jobs: refusals of jobs that never end",
                                    endless.all() - endless.of(202),
                                    1,
                                    "jobs")
                            .seen(endless.toString()),
                    Figure.exactly(
                            "many-jobs: answers 5xx that no page documents",
                            ending.bad() + endless.bad(),
                            0,
                            "answers"),
                    Figure.that("many-jobs: the process goes on, in " + MEGABYTES + " MB", server.isAlive()),
                    Figure.that("many-jobs: health is ready afterwards", polls.isReady()));
        }
    }

    private static Outcomes submit(Server server, int jobs, Body body) throws Exception {
        Outcomes outcomes = new Outcomes();
        Crew.work(THREADS, thread -> {
            try (Client client = server.client("fermata_many_me-" + thread)) {
                for (int i = thread; i < jobs && outcomes.of(503) < ENOUGH_REFUSALS; i += THREADS) {
                    outcomes.add("POST /v2/omr/jobs", client.post("/v2/omr/jobs", body));
                }
            } catch (IOException silent) {
                outcomes.bad("a submission was not answered: " + silent);
            }
        });
        return outcomes;
    }
}
