package dev.fermata.flat.adagio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.notation.Part;
import java.util.UUID;

/** The UUIDs in one score: made of names, so that the same score has the same ones whenever it is written. */
record ScoreIds(String scoreId) {

    String part(Part part) {
        return part.uuid(scoreId).toString();
    }

    String staff(Part part, int index) {
        return named(part.id() + "/staff/" + index);
    }

    String voice(Part part, int index) {
        return named(part.id() + "/voice/" + index);
    }

    String measure(int index) {
        return named("measure/" + index);
    }

    private String named(String name) {
        return UUID.nameUUIDFromBytes((scoreId + "/" + name).getBytes(UTF_8)).toString();
    }
}
