package dev.fermata.control;

import dev.fermata.http.Body;
import dev.fermata.http.Json;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One admitted call about a world.
 *
 * @param ctx the request
 * @param world the world it is about
 * @param temporary the folder for a body on its way in
 */
record ControlCall(Context ctx, World world, Path temporary) {
    private static final int LONGEST_BODY = 64 * 1024;

    String path(String parameter) {
        return ctx.pathParam(parameter);
    }

    Optional<String> query(String parameter) {
        return Optional.ofNullable(ctx.queryParam(parameter));
    }

    /** The body, which must be there. */
    <T> T body(Class<T> type) throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY, temporary)) {
            return Json.read(ctx, body, type);
        }
    }

    /** The body, or this where there is none. */
    <T> T bodyOr(T absent, Class<T> type) throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY, temporary)) {
            return body.isEmpty() ? absent : Json.read(ctx, body, type);
        }
    }
}
