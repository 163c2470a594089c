package dev.fermata.soak.load;

import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Persistent;
import dev.fermata.soak.target.Reply;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Sheets;
import dev.fermata.soak.target.Worlds;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Every scenario of the catalogue at several operations of both vendors, in an order that chance makes. */
public final class EveryScenario implements Attack {
    private static final int THREADS = 4;
    private static final byte[] SHEET = Sheets.one();

    /** A request of one operation. */
    private record Operation(String method, String path, Body body) {
        static Operation get(String path) {
            return new Operation("GET", path, Body.NONE);
        }
    }

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("POST", "/v2/scores", Body.flatImport(SHEET)),
            new Operation("POST", "/v2/omr/jobs", Body.flatJob(SHEET)),
            new Operation("POST", "/api/convert", Body.conversion(SHEET)),
            Operation.get("/v2/tasks/TASK"),
            Operation.get("/v2/omr/jobs/JOB"),
            Operation.get("/api/convert/status/CONVERSION"),
            Operation.get("/v2/omr/jobs/JOB/exports/midi"),
            Operation.get("/api/convert/download/CONVERSION"),
            Operation.get("/v2/users/me/scores"),
            Operation.get("/v2/me"));

    private record Step(String scenario, Operation operation) {}

    @Override
    public String name() {
        return "every-scenario";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (int repeats = 0; repeats < round.count(1, 5); repeats++) {
            for (Scenario scenario : Catalogue.all()) {
                OPERATIONS.forEach(operation -> steps.add(new Step(scenario.name(), operation)));
            }
        }
        Collections.shuffle(steps, round.random(0));
        Outcomes outcomes = new Outcomes();
        Crew.work(THREADS, thread -> {
            String world = "scenario-" + thread;
            Map<String, String> ids = begin(round.server(), world);
            for (int i = thread; i < steps.size(); i += THREADS) {
                play(round.server(), world, ids, steps.get(i), outcomes);
            }
        });
        List<String> wrong = new ArrayList<>();
        try (Client control = round.server().control()) {
            Worlds worlds = new Worlds(control);
            for (int thread = 0; thread < THREADS; thread++) {
                wrong.addAll(worlds.wrongLedgers("scenario-" + thread));
            }
            worlds.end("scenario-");
        }
        return List.of(
                Figure.exactly(
                                "every-scenario: requests answered or broken off",
                                outcomes.all(),
                                steps.size(),
                                "requests")
                        .seen(outcomes.toString()),
                Figure.exactly("every-scenario: bugs", outcomes.bad(), 0, "answers"),
                Figure.exactly("every-scenario: ledgers that do not add up", wrong.size(), 0, "ledgers")
                        .seen(wrong.isEmpty() ? "" : wrong.get(0)));
    }

    /** A world whose clock runs so fast that nothing takes long, with something of each kind in it. */
    private static Map<String, String> begin(Server server, String world) throws IOException {
        try (Client control = server.control();
                Client client = server.client("fermata_" + world + "_me")) {
            control.put("/_fermata/worlds/" + world);
            control.post("/_fermata/worlds/" + world + "/clock/speed", Body.json("{\"speed\":1000}"));
            return Map.of(
                    "TASK", client.post("/v2/scores", Body.flatImport(SHEET)).at("/id"),
                    "JOB", client.post("/v2/omr/jobs", Body.flatJob(SHEET)).at("/id"),
                    "CONVERSION",
                            client.post("/api/convert", Body.conversion(SHEET)).at("/conversionId"));
        }
    }

    private static void play(Server server, String world, Map<String, String> ids, Step step, Outcomes outcomes)
            throws IOException, InterruptedException {
        String path = step.operation().path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
        }
        Body body = step.operation().body().with("Fermata-Scenario", step.scenario());
        String request = step.scenario() + " at " + step.operation().path();
        Persistent.send(server, "fermata_" + world + "_me", step.operation().method(), path, body)
                .ifPresentOrElse(reply -> outcomes.add(request, reply, Reply::isBug), outcomes::broken);
    }
}
