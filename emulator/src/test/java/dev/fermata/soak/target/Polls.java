package dev.fermata.soak.target;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A client that does nothing wrong: it polls its own task, in a world of its own, each time on a connection of its own, as
 * one that is open already may have a thread that no other client can get.
 */
public final class Polls implements AutoCloseable {
    private static final String TOKEN = "fermata_innocent_me";
    private static final Map<String, String> ONCE = Map.of("Connection", "close");
    private static final String WORLD = "/_fermata/worlds/innocent";

    private final Server server;
    private final String path;

    private Polls(Server server, String path) {
        this.server = server;
        this.path = path;
    }

    /** Makes the world and the task. */
    public static Polls of(Server server) throws IOException {
        try (Client control = server.control();
                Client client = server.client(TOKEN)) {
            control.delete(WORLD);
            Reply task = client.post("/v2/scores", Body.flatImport(Sheets.one()));
            if (task.status() != 202) {
                throw new IOException("an import was answered " + task.status());
            }
            return new Polls(server, "/v2/tasks/" + task.at("/id"));
        }
    }

    /** How many milliseconds each of some polls took, in ascending order; all of them are answered 200. */
    public double[] millis(int count) throws IOException {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            int status = ask(TOKEN, path).status();
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (status != 200) {
                throw new IOException("a poll was answered " + status);
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    /** The median of some polls; infinite when one of them was not answered. */
    public double median(int count) {
        try {
            return millis(count)[count / 2];
        } catch (IOException silent) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Whether health says that the server is ready, on a connection of its own. */
    public boolean isReady() {
        try {
            return ask("", "/_fermata/health").at("/status").equals("ready");
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (Client control = server.control()) {
            control.delete(WORLD);
        }
    }

    private Reply ask(String token, String path) throws IOException {
        try (Client client = server.client(token)) {
            return client.send("GET", path, ONCE, new byte[0]);
        }
    }
}
