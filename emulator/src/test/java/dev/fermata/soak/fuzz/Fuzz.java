package dev.fermata.soak.fuzz;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Crew;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Reply;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Sheets;
import dev.fermata.soak.target.Tasks;
import dev.fermata.soak.target.Worlds;
import dev.fermata.testing.process.Figure;
import dev.fermata.testing.process.Http;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests that chance makes: each is answered, or its connection is closed, and none meets a bug. */
public final class Fuzz implements Attack {
    private static final int THREADS = 4;
    private static final List<String> VENDOR_GETS = List.of(
            "/v2/me",
            "/v2/users/me/scores",
            "/v2/collections",
            "/v2/omr/jobs",
            "/v2/omr/capabilities",
            "/v2/billing/credits/history");
    private static final List<String> CONTROL_GETS =
            List.of("", "/jobs", "/accounts", "/accounts/flat/me", "/clock", "/scenarios", "/journal", "/snapshot");

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int requests = round.count(3_000, 100_000);
        Server server = round.server();
        byte[] snapshot = snapshot(server);
        Outcomes outcomes = new Outcomes();
        Outcomes snapshots = new Outcomes();
        Crew.work(THREADS, thread -> {
            for (int i = thread; i < requests; i += THREADS) {
                Random random = round.random(i);
                String name = "request " + i + " of seed " + round.seed();
                if (random.nextInt(10) == 0) {
                    restore(server, random, snapshot, name, snapshots);
                } else {
                    send(server, new FuzzedRequest(random).bytes(), name, outcomes);
                }
            }
        });
        try (Client control = server.control()) {
            Worlds worlds = new Worlds(control);
            worlds.end("fuzz");
            worlds.end("default");
        }
        return List.of(
                Figure.exactly("fuzz: bugs, empty errors and requests never answered", outcomes.bad(), 0, "requests")
                        .seen(outcomes.toString()),
                Figure.exactly(
                                "fuzz: the same of changed snapshots and of what they restored",
                                snapshots.bad(),
                                0,
                                "answers")
                        .seen(snapshots.toString()),
                Figure.exactly("fuzz: requests of both kinds", outcomes.all() + snapshots.all(), requests, "requests"));
    }

    /** Sends bytes and says that no more will come, so that the server need not wait for the end. */
    private static void send(Server server, byte[] bytes, String name, Outcomes outcomes) {
        String request = name + " " + firstLine(bytes);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(Client.PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Http.Head head = Http.head(in);
            boolean hasNoBody = request.contains(" HEAD ") || head.status() < 200;
            outcomes.add(request, new Reply(head, hasNoBody ? new byte[] {0} : Http.body(in, head)), Reply::isBug);
        } catch (SocketTimeoutException silent) {
            outcomes.broken();
            outcomes.bad(request + " was never answered");
        } catch (IOException closed) {
            outcomes.broken();
        }
    }

    /** Puts back a snapshot with a few changes; what is accepted must be usable. */
    private static void restore(Server server, Random random, byte[] snapshot, String name, Outcomes outcomes) {
        String world = "fuzzed-" + random.nextInt(1_000_000);
        String path = "/_fermata/worlds/" + world;
        try (Client control = server.control();
                Client client = server.client("fermata_" + world + "_me")) {
            Reply reply = control.put(path + "/snapshot", Body.json(Mutation.of(random, snapshot)));
            outcomes.add(name + " PUT snapshot", reply, Reply::isBug);
            if (reply.status() < 300) {
                for (String get : VENDOR_GETS) {
                    flag(outcomes, name + " GET " + get, client.get(get));
                }
                flag(outcomes, name + " POST /v2/scores", client.post("/v2/scores", Body.flatImport(Sheets.one())));
                flag(outcomes, name + " POST /api/convert", client.post("/api/convert", Body.conversion(Sheets.one())));
                flag(outcomes, name + " POST step", control.post(path + "/clock/step"));
                for (String get : CONTROL_GETS) {
                    flag(outcomes, name + " GET " + get, control.get(path + get));
                }
            }
            control.delete(path);
        } catch (IOException silent) {
            outcomes.broken();
            outcomes.bad(name + " with a changed snapshot was not answered: " + silent);
        }
    }

    private static void flag(Outcomes outcomes, String request, Reply reply) {
        if (reply.isBug()) {
            outcomes.bad(request + " of what was restored: " + reply.status());
        }
    }

    /** Of a world with something of each kind in it. */
    private static byte[] snapshot(Server server) throws IOException, InterruptedException {
        try (Client control = server.control();
                Client client = server.client("fermata_fuzz-0_me")) {
            Tasks.ended(client, client.post("/v2/scores", Body.flatImport(Sheets.one())));
            client.post("/v2/omr/jobs", Body.flatJob(Sheets.one()));
            client.post("/api/convert", Body.conversion(Sheets.one()));
            control.post("/_fermata/worlds/fuzz-0/scenarios", Body.json("{\"name\":\"busy-twice\"}"));
            control.post("/_fermata/worlds/fuzz-0/clock/freeze");
            return control.get("/_fermata/worlds/fuzz-0/snapshot").body();
        }
    }

    private static String firstLine(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 120), StandardCharsets.ISO_8859_1);
        return text.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
    }
}
