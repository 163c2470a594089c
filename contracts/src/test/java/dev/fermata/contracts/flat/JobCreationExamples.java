package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.each;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.Shape.whole;
import static dev.fermata.contracts.example.SmallFiles.PDF_IN_BASE64;
import static dev.fermata.contracts.flat.FlatShapes.JOB;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Shape;
import java.util.List;

/** Capabilities of OMR jobs, and their creation. */
final class JobCreationExamples {
    private static final Shape CAPABILITIES = object(
            "steps", each(text("details")),
            "formats", each(text("musicxml")),
            "outputs", each(text("musicxml")),
            "acceptedMimeTypes", each(text("application/pdf")),
            "acceptedExtensions", each(text(".pdf")),
            "locales", each(text("en")),
            "localesDetails", each(object("code", text("en"), "name", text("English"))),
            "maxFiles", whole(20),
            "maxPages", whole(100),
            "maxParallelJobs", whole(10),
            "maxFileSize", whole(52428800),
            "retentionDays", whole(30),
            "costPerPage", whole(1));

    private JobCreationExamples() {}

    static List<Example> all() {
        return List.of(
                flat("getOmrCapabilities", "what can be recognized, and the credits that are left")
                        .answers(200, CAPABILITIES.with("remainingCredits", whole(1000))),
                flat("getOmrCapabilities", "what can be recognized, for anybody")
                        .withoutToken()
                        .answers(200, CAPABILITIES),
                flat("createOmrJob", "a draft of a job")
                        .sending("output", "musicxml")
                        .answers(201, JOB.with("status", "draft").with("estimatedCredits", whole(0))),
                oneShot("a job with its file, at one go").answers(202, JOB.with("status", "processing")),
                flat("createOmrJob", "a job that makes nothing")
                        .sending("output", "noise")
                        .refused(400),
                oneShot("a job, with an invalid token").withToken("invalid").refused(401),
                oneShot("a job, without credits")
                        .given("an account", "credits", "0")
                        .refused(402, "OMR_CREDITS_EXHAUSTED"),
                oneShot("a job, on a plan without recognition")
                        .given("an account", "plan", "no-omr")
                        .refused(402),
                oneShot("a job, over the rate limit")
                        .given("the rate limit is used up")
                        .refused(403, "API_RATE_LIMIT_EXCEEDED"),
                oneShot("one job too many at once")
                        .given("as many OMR jobs as run at once")
                        .refused(429),
                oneShot("a job, while Flat is busy")
                        .given("a scenario", "name", "error-503")
                        .refused(503));
    }

    private static Call oneShot(String description) {
        return flat("createOmrJob", description)
                .sending(
                        "output",
                        "musicxml",
                        "autoStart",
                        true,
                        "files",
                        each(object("file", text(PDF_IN_BASE64), "filename", "prelude.pdf")));
    }
}
