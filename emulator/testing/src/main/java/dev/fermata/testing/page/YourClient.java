package dev.fermata.testing.page;

import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.net.URI;
import java.util.Map;

/** The client in the snippets of the documentation: patient with a server that is busy, and with nothing else. */
public final class YourClient {
    private static final int TRIES = 3;

    private final FlatClient flat;

    public YourClient(URI flatUrl, String token) {
        flat = FlatClient.of(flatUrl, token);
    }

    /** Answers the task. */
    public String importPdf(byte[] pdf) {
        for (int tries = 1; ; tries++) {
            Answer answer = flat.importPdf(pdf, Map.of());
            if (answer.status() == 202) {
                return answer.at("/id");
            }
            if (answer.status() != 503 || tries == TRIES) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }

    /** Answers the state of a task. */
    public String poll(String task) {
        return flat.get("/tasks/" + task).at("/state");
    }
}
