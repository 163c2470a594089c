package dev.fermata.soak.siege;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Reply;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Sheets;
import dev.fermata.soak.target.Worlds;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;

/** Clients that ask for large answers that come late, and do not read them, while another is in a long poll. */
public final class SlowReaders implements Attack {
    private static final String WORLD = "/_fermata/worlds/patient";
    private static final int SETTLE_MILLIS = 1_000;

    @Override
    public String name() {
        return "slow-readers";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        Server server = round.server();
        int readers = round.count(24, 100);
        int longPolls = round.count(5, 20);
        Besieger besieger = new UnreadDownload(true);
        besieger.prepare(server);
        Outcomes outcomes = new Outcomes();
        try (Crowd crowd = new Crowd(server.port());
                Client control = server.control();
                Client waiting = server.client("fermata_patient_me")) {
            control.put(WORLD);
            control.post(WORLD + "/clock/freeze");
            control.post("/_fermata/worlds/unread/clock/speed", Body.json("{\"speed\":1000}"));
            for (int i = 0; i < readers; i++) {
                crowd.open(besieger.request(i), false);
            }
            Thread.sleep(SETTLE_MILLIS); // until the answers are under way
            for (int i = 0; i < longPolls && outcomes.bad() == 0; i++) {
                try {
                    outcomes.add("long poll", longPoll(waiting, control), reply -> !isDone(reply));
                } catch (SocketTimeoutException silent) {
                    outcomes.broken();
                    outcomes.bad("a long poll was not answered in " + Client.PATIENCE_MILLIS + " ms");
                }
            }
            new Worlds(control).end("patient");
        }
        besieger.leave(server);
        return List.of(Figure.exactly(
                        "slow-readers: long polls answered when their job changed",
                        outcomes.all() - outcomes.bad(),
                        longPolls,
                        "polls")
                .seen(readers + " slow readers; " + outcomes));
    }

    /** What a long poll is answered whose job is done meanwhile. */
    private static Reply longPoll(Client waiting, Client control) throws IOException {
        String job = waiting.post("/v2/omr/jobs", Body.flatJob(Sheets.one())).at("/id");
        waiting.begin("GET", "/v2/omr/jobs/" + job + "?wait=25", Map.of(), new byte[0]);
        control.post(WORLD + "/jobs/" + job + "/finish");
        return waiting.finish(false);
    }

    private static boolean isDone(Reply reply) {
        return reply.status() == 200 && reply.at("/status").equals("done");
    }
}
