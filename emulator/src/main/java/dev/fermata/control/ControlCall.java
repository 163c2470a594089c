package dev.fermata.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fermata.http.Body;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/**
 * One admitted call about a world.
 *
 * @param ctx the request
 * @param world the world it is about
 */
record ControlCall(Context ctx, World world) {
    private static final int LONGEST_BODY = 64 * 1024;

    String path(String parameter) {
        return ctx.pathParam(parameter);
    }

    Optional<String> query(String parameter) {
        return Optional.ofNullable(ctx.queryParam(parameter));
    }

    /** The fields of the body, which must be there. */
    Fields fields() throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY)) {
            return Fields.of(ControlJson.read(body), "");
        }
    }

    /** The fields of the body; none where there is no body. */
    Fields fieldsIfAny() throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY)) {
            return Fields.of(body.isEmpty() ? JsonNodeFactory.instance.objectNode() : ControlJson.read(body), "");
        }
    }
}
