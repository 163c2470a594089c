package dev.fermata.soak.target;

import java.io.IOException;

/** Tasks of Flat's. */
public final class Tasks {
    private static final int PAUSE_MILLIS = 50;
    private static final int MOST_POLLS = 400;

    private Tasks() {}

    /** Polls a task until it is done. */
    public static Reply ended(Client client, Reply task) throws IOException, InterruptedException {
        Reply now = task;
        for (int polls = 0; polls < MOST_POLLS && !now.at("/state").equals("done"); polls++) {
            Thread.sleep(PAUSE_MILLIS);
            now = client.get("/v2/tasks/" + task.at("/id"));
        }
        if (!now.at("/state").equals("done")) {
            throw new IOException("a task was not done but " + now.status() + " " + now.at("/state"));
        }
        return now;
    }
}
