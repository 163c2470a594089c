package dev.fermata.soak.attack;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.soak.Attack;
import dev.fermata.soak.Body;
import dev.fermata.soak.Client;
import dev.fermata.soak.Outcomes;
import dev.fermata.soak.Reply;
import dev.fermata.soak.Round;
import dev.fermata.soak.Server;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Uploads of more than the disk has room for. */
final class FullDisk implements Attack {
    private static final int DISK_MEGABYTES = 24;
    private static final int UPLOAD_BYTES = 2_000_000;
    private static final String WORLD = "/_fermata/worlds/full";

    @Override
    public String name() {
        return "full-disk";
    }

    @Override
    public boolean hasOwnServer() {
        return true;
    }

    @Override
    public String missing() {
        return Disk.canBeMounted() ? "" : "root, to mount a small disk";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        Path log = round.folder().resolve("log");
        try (Disk disk = Disk.mount(round.folder().resolve("disk"), DISK_MEGABYTES);
                Server server = Server.start(disk.folder(), log, "--pace=instant");
                Client control = server.control()) {
            Outcomes outcomes = new Outcomes();
            int accepted = 0;
            int uploads = 3 * DISK_MEGABYTES * 1_000_000 / UPLOAD_BYTES;
            for (int i = 0; i < uploads; i++) {
                Reply reply = upload(server, UPLOAD_BYTES + i);
                outcomes.add("POST /v2/scores", reply, FullDisk::isWrong);
                accepted += reply.status() == 202 ? 1 : 0;
            }
            int charged = 1_000_000
                    - control.get(WORLD + "/accounts/flat/me")
                            .json()
                            .path("balance")
                            .asInt();
            boolean answers = control.get("/_fermata/health").status() > 0;
            control.delete(WORLD);
            int afterwards = upload(server, UPLOAD_BYTES).status();
            return List.of(
                    Figure.exactly("full-disk: answers other than 202, 503 and 507", outcomes.bad(), 0, "answers")
                            .seen(outcomes.toString()),
                    Figure.atLeast("full-disk: uploads refused", outcomes.of(503) + outcomes.of(507), 1, "uploads"),
                    Figure.exactly("full-disk: charged, to what was accepted", charged, accepted, "credits"),
                    Figure.that("full-disk: health answers", answers),
                    Figure.exactly("full-disk: an upload once there is room again is answered", afterwards, 202, ""),
                    Figure.that("full-disk: the process goes on", server.isAlive()));
        }
    }

    private static Reply upload(Server server, int bytes) throws IOException {
        try (Client client = server.client("fermata_full_me")) {
            return client.post("/v2/scores", Body.flatImport(OddPdfs.padded(bytes)));
        }
    }

    private static boolean isWrong(Reply reply) {
        return reply.isFailure() || (reply.status() < 500 && reply.status() != 202);
    }
}
