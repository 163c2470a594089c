package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.SmallFiles.MUSICXML;
import static dev.fermata.contracts.example.SmallFiles.PDF_IN_BASE64;
import static dev.fermata.contracts.flat.FlatShapes.SCORE;
import static dev.fermata.contracts.flat.FlatShapes.TASK;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import java.util.List;

/** Imports of documents: MusicXML becomes a score at once, a PDF needs a task. */
final class ImportExamples {
    private ImportExamples() {}

    static List<Example> all() {
        return List.of(
                flat("createScore", "a score of MusicXML")
                        .sending("title", "Prelude", "data", text(MUSICXML))
                        .answers(200, SCORE.with("title", "Prelude")),
                pdf("a score of a PDF").answers(202, TASK.with("state", "created")),
                flat("createScore", "a score of a PDF by a client that knows no tasks")
                        .sending("filename", "prelude.pdf", "data", text(PDF_IN_BASE64), "dataEncoding", "base64")
                        .refused(400),
                flat("createScore", "a score of a PDF that is none")
                        .sending(
                                "filename", "prelude.pdf",
                                "data", "bm8gbXVzaWMgYXQgYWxs",
                                "dataEncoding", "base64",
                                "supportsTasks", true)
                        .refused(400),
                pdf("a score of a PDF, with an invalid token")
                        .withToken("invalid")
                        .refused(401),
                pdf("a score of a PDF, without credits")
                        .given("an account", "credits", "0")
                        .refused(402, "OMR_CREDITS_EXHAUSTED"),
                pdf("a score of a PDF, on a plan without recognition")
                        .given("an account", "plan", "no-omr")
                        .refused(402),
                pdf("a score of a PDF, without room for another score")
                        .given("an account without room for another score")
                        .refused(402, "QUOTA_EXCEEDED"),
                pdf("a score of a PDF, over the rate limit")
                        .given("the rate limit is used up")
                        .refused(403, "API_RATE_LIMIT_EXCEEDED"),
                pdf("a score of a PDF, while Flat is busy")
                        .given("a scenario", "name", "error-503")
                        .refused(503));
    }

    private static Call pdf(String description) {
        return flat("createScore", description)
                .sending(
                        "filename",
                        "prelude.pdf",
                        "data",
                        text(PDF_IN_BASE64),
                        "dataEncoding",
                        "base64",
                        "supportsTasks",
                        true);
    }
}
