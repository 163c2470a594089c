package dev.fermata.benchmark;

import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;

/** Javalin as it comes, answering the JSON of a task from a constant. */
public final class BareServer {
    private static final byte[] TASK =
            ("{\"id\":\"5e0a59c0f1e6b8000868e0c1\",\"type\":\"import-omr\",\"state\":\"doing\",\"progress\":"
                            + "{\"percent\":0,\"text\":\"Processing page 1 of 2\"},\"creationDate\":"
                            + "\"2026-06-16T09:24:00.000Z\",\"modificationDate\":\"2026-06-16T09:24:00.000Z\","
                            + "\"isCancellable\":false}")
                    .getBytes(StandardCharsets.UTF_8);

    private BareServer() {}

    public static void main(String[] args) {
        Javalin server = Javalin.create(config -> config.routes.get(
                        "/v2/tasks/{task}",
                        ctx -> ctx.contentType("application/json").result(TASK)))
                .start("127.0.0.1", 0);
        System.out.println(server.port());
        System.out.println("/v2/tasks/5e0a59c0f1e6b8000868e0c1");
    }
}
