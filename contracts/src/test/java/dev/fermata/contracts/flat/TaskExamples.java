package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.number;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.TASK;
import static dev.fermata.contracts.flat.FlatShapes.date;
import static dev.fermata.contracts.flat.FlatShapes.id;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Shape;
import java.util.List;

/** The progress of an import and of an export. */
final class TaskExamples {
    private static final Shape FINISHED = TASK.with("progress", object("percent", number(100)))
            .with("state", "done")
            .with("score", id("score"))
            .with("doneDate", date());

    private TaskExamples() {}

    static List<Example> all() {
        return List.of(
                task("an import that waits", "created").answers(200, TASK.with("state", "created")),
                task("an import under way", "doing").answers(200, TASK.with("state", "doing")),
                task("an import that is done", "done").answers(200, FINISHED.with("revision", id("revision"))),
                task("an import that has failed", "error")
                        .answers(
                                200,
                                TASK.with("state", "error")
                                        .with("result", object("error", text("No music was found")))),
                flat("getTask", "an export that is done")
                        .given("an export that is done", "format", "mp3")
                        .answers(
                                200,
                                FINISHED.with("type", "audio-export")
                                        .with("format", "mp3")
                                        .with("result", object("url", text("https://files.flat.io/prelude.mp3")))),
                flat("getTask", "a task that is not there").at("task", NOBODYS).refused(404),
                flat("getTask", "a task, with an invalid token")
                        .at("task", NOBODYS)
                        .withToken("invalid")
                        .refused(401),
                flat("getTask", "a task, over the rate limit")
                        .at("task", NOBODYS)
                        .given("the rate limit is used up")
                        .refused(403, "API_RATE_LIMIT_EXCEEDED"),
                flat("getTask", "a task, while Flat is busy")
                        .at("task", NOBODYS)
                        .given("a scenario", "name", "error-503")
                        .refused(503));
    }

    private static Call task(String description, String state) {
        return flat("getTask", description).given("an import", "state", state);
    }
}
