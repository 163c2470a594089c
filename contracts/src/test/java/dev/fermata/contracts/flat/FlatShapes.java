package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Shape.each;
import static dev.fermata.contracts.example.Shape.flag;
import static dev.fermata.contracts.example.Shape.like;
import static dev.fermata.contracts.example.Shape.number;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.oneOf;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.Shape.whole;

import dev.fermata.contracts.example.Shape;
import dev.fermata.contracts.example.Vendor;
import java.util.List;

/** The JSON that Flat sends. Field names and types are fixed; few values are. */
final class FlatShapes {
    private static final String ID = "[0-9a-f]{24}";

    /** A collection that every account has is identified by its name. */
    private static final String COLLECTION_ID = ID + "|root|app|trash|allScores|collaborations|likes";

    static final Shape USER = object(
            "id", id("user"),
            "type", oneOf("user", "guest"),
            "product", oneOf("flat", "edu"),
            "username", text("musician"),
            "picture", text("https://flat.io/img/logo_flat.svg"));

    static final Shape RIGHTS = object("aclRead", flag(true), "aclWrite", flag(true), "aclAdmin", flag(true));

    static final Shape SCORE = object(
            "id", id("score"),
            "title", text("Prelude"),
            "privacy", oneOf("private", "public", "privateLink", "organizationPublic"),
            "user", USER,
            "htmlUrl", text("https://flat.io/score/5e0a59c0f1e6b8000868e0d1-prelude"),
            "editHtmlUrl", text("https://flat.io/score/5e0a59c0f1e6b8000868e0d1-prelude/edit"),
            "collaborators", each(RIGHTS.with("isCollaborator", flag(true)).with("score", id("score"))),
            "creationDate", date(),
            "instruments", each(text("keyboards.piano")),
            "instrumentsNames", each(text("Piano")),
            "samples", each(text("keyboards.piano")));

    static final Shape REVISION = object("id", id("revision"), "score", id("score"), "date", date());

    static final Shape COLLECTION = object(
            "id", like(COLLECTION_ID, Vendor.exampleId("collection")),
            "title", text("Études"),
            "htmlUrl", text("https://flat.io/collection/5e0a59c0f1e6b8000868e0a1"),
            "type", oneOf("regular", "root", "app", "trash", "allScores", "collaborations", "likes"),
            "privacy", "private",
            "creationDate", date(),
            "contents", object("scoresCount", whole(1)),
            "capabilities",
                    object(
                            "canEdit", flag(true),
                            "canShare", flag(false),
                            "canDelete", flag(true),
                            "canAddScores", flag(true),
                            "canDeleteScores", flag(true)));

    static final Shape TASK = object(
            "id", id("task"),
            "type", "import-omr",
            "state", oneOf("created", "doing", "done", "error"),
            "progress", object("percent", number(0)),
            "creationDate", date());

    static final Shape JOB = object(
            "id", id("job"),
            "status", oneOf("draft", "processing", "awaitingInput", "done", "error", "canceled"),
            "output", oneOf("musicxml", "library"),
            "interactiveSteps", List.of(),
            "estimatedCredits", whole(1),
            "creationDate", date(),
            "modificationDate", date());

    static final Shape CREDITS = object(
            "id", text("5e0a59c0f1e6b80000000000"),
            "type", "ai",
            "amount", whole(1000),
            "source", oneOf("purchase", "subscription", "free_tier", "support"),
            "state", oneOf("active", "canceled"),
            "creationDate", date(),
            "modificationDate", date());

    private FlatShapes() {}

    static Shape id(String kind) {
        return like(ID, Vendor.exampleId(kind));
    }

    static Shape date() {
        return like("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-01-01T12:00:00.000Z");
    }
}
