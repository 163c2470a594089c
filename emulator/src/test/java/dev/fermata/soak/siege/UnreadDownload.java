package dev.fermata.soak.siege;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Sheets;
import dev.fermata.soak.target.Tasks;
import dev.fermata.soak.target.Worlds;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A request for something that does not fit into the buffers of a connection, whose answer is not read. No mp3 is among
 * it: that would measure what encoding costs.
 */
public final class UnreadDownload implements Besieger {
    private static final String TOKEN = "fermata_unread_me";
    private static final int DOCUMENT_BYTES = 6_000_000;

    private final boolean isLate;
    private List<String> paths = List.of();

    /**
     * One of its kind.
     *
     * @param isLate whether the answers come later than they could
     */
    public UnreadDownload(boolean isLate) {
        this.isLate = isLate;
    }

    /** A score with its audio, and a document that makes the snapshot of its world large. */
    @Override
    public void prepare(Server server) throws IOException, InterruptedException {
        try (Client client = server.client(TOKEN)) {
            String score = Tasks.ended(client, client.post("/v2/scores", Body.flatImport(Sheets.large())))
                    .at("/score");
            String revision = "/v2/scores/" + score + "/revisions/last/";
            String url = Tasks.ended(client, client.post(revision + "wav/task")).at("/result/url");
            if (isLate) {
                paths = List.of(revision + "wav");
                return;
            }
            client.post("/v2/scores", Body.flatImport(OddPdfs.padded(DOCUMENT_BYTES)));
            paths = List.of(
                    revision + "wav",
                    url.substring(url.indexOf('/', "http://".length())),
                    revision + "xml",
                    "/_fermata/worlds/unread/snapshot");
        }
    }

    /** Fewer in the short form, as the server may serve some after others, and waits for each of them. */
    @Override
    public int count(Round round) {
        return round.count(40, 1_000);
    }

    @Override
    public byte[] request(int number) {
        String path = paths.get(number % paths.size());
        Map<String, String> headers = isLate ? Map.of("Fermata-Scenario", "latency") : Map.of();
        return Client.request("GET", path, path.startsWith("/_") ? "" : TOKEN, headers, new byte[0]);
    }

    @Override
    public void leave(Server server) throws IOException {
        try (Client control = server.control()) {
            new Worlds(control).end("unread");
        }
    }
}
