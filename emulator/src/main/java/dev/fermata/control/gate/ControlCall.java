package dev.fermata.control.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fermata.http.request.Body;
import dev.fermata.spec.BoundedJson;
import dev.fermata.spec.Fields;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/**
 * An admitted call about a world.
 *
 * @param ctx the request
 * @param world the world in its path
 */
public record ControlCall(Context ctx, World world) {
    private static final int LONGEST_BODY = 64 * 1024;

    public String path(String parameter) {
        return ctx.pathParam(parameter);
    }

    public Optional<String> query(String parameter) {
        return Optional.ofNullable(ctx.queryParam(parameter));
    }

    /** The fields of the body, which is required. */
    public Fields fields() throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY)) {
            return Fields.of(BoundedJson.read(body), "");
        }
    }

    /** The fields of the body; no fields if there is no body. */
    public Fields fieldsIfAny() throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY)) {
            return Fields.of(body.isEmpty() ? JsonNodeFactory.instance.objectNode() : BoundedJson.read(body), "");
        }
    }
}
