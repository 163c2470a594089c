package dev.fermata.soak.disaster;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Reply;
import dev.fermata.soak.target.Server;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Uploads of more than the disk has room for. */
public final class FullDisk implements Attack {
    private static final int DISK_MEGABYTES = 24;
    private static final int UPLOAD_BYTES = 2_000_000;
    private static final int UPLOADS = 4;
    private static final int CREDITS = 1_000_000;
    private static final String WORLD = "/_fermata/worlds/full";

    /** Of the last upload: each is another document. */
    private int number;

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
            disk.fill();
            Outcomes full = uploads(server, UPLOADS);
            boolean answers = control.get("/_fermata/health").status() > 0;
            disk.empty();
            Outcomes roomAgain = uploads(server, UPLOADS);
            // More than there is room for: what is older may go, or what comes is refused.
            Outcomes tooMuch = uploads(server, 3 * DISK_MEGABYTES * 1_000_000 / UPLOAD_BYTES);
            int accepted = full.of(202) + roomAgain.of(202) + tooMuch.of(202);
            int balance = control.get(WORLD + "/accounts/flat/me")
                    .json()
                    .path("balance")
                    .asInt();
            return List.of(
                    Figure.exactly(
                                    "full-disk: uploads refused while it is full",
                                    full.of(503) + full.of(507),
                                    UPLOADS,
                                    "")
                            .seen(full.toString()),
                    Figure.that("full-disk: health answers meanwhile", answers),
                    Figure.exactly(
                                    "full-disk: uploads accepted once there is room again",
                                    roomAgain.of(202),
                                    UPLOADS,
                                    "")
                            .seen(roomAgain.toString()),
                    Figure.exactly(
                                    "full-disk: answers other than 202, 503 and 507 to too many",
                                    tooMuch.bad(),
                                    0,
                                    "answers")
                            .seen(tooMuch.toString()),
                    Figure.exactly("full-disk: charged, to what was accepted", CREDITS - balance, accepted, "credits"),
                    Figure.that("full-disk: the process goes on", server.isAlive()));
        }
    }

    private Outcomes uploads(Server server, int count) throws IOException {
        Outcomes outcomes = new Outcomes();
        for (int i = 0; i < count; i++) {
            outcomes.add("POST /v2/scores", upload(server, UPLOAD_BYTES + number++), FullDisk::isWrong);
        }
        return outcomes;
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
