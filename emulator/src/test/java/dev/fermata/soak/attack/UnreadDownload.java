package dev.fermata.soak.attack;

import dev.fermata.soak.Body;
import dev.fermata.soak.Client;
import dev.fermata.soak.Reply;
import dev.fermata.soak.Server;
import dev.fermata.soak.Sheets;
import dev.fermata.soak.Worlds;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A request for something large whose answer nobody reads. */
final class UnreadDownload implements Besieger {
    private static final String TOKEN = "fermata_unread_me";

    private final Map<String, String> headers;
    private List<String> paths = List.of();

    /** With these headers on each request. */
    UnreadDownload(Map<String, String> headers) {
        this.headers = headers;
    }

    /** A score with its audio, and a document that makes the snapshot of its world large. */
    @Override
    public void prepare(Server server) throws IOException, InterruptedException {
        try (Client client = server.client(TOKEN)) {
            byte[] pdf = Sheets.large();
            String score = Tasks.ended(client, client.post("/v2/scores", Body.flatImport(pdf)))
                    .at("/score");
            paths = List.of(
                    audio(client, score, "wav"),
                    audio(client, score, "mp3"),
                    "/v2/scores/" + score + "/revisions/last/xml",
                    "/_fermata/worlds/unread/snapshot");
        }
    }

    @Override
    public byte[] request(int number) {
        String path = paths.get(number % paths.size());
        return Client.request("GET", path, path.startsWith("/_") ? "" : TOKEN, headers, new byte[0]);
    }

    @Override
    public void leave(Server server) throws IOException {
        try (Client control = server.control()) {
            new Worlds(control).end("unread");
        }
    }

    private static String audio(Client client, String score, String format) throws IOException, InterruptedException {
        Reply task = client.post("/v2/scores/" + score + "/revisions/last/" + format + "/task");
        String url = Tasks.ended(client, task).at("/result/url");
        return url.substring(url.indexOf('/', "http://".length()));
    }
}
