package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.each;
import static dev.fermata.contracts.example.Shape.number;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.Shape.whole;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.JOB;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Shape;
import java.util.List;

/** Running and ended OMR jobs. */
final class JobExamples {
    private static final Shape PROGRESS = object("percent", number(0), "key", text("OMR_QUEUED"));
    private static final Shape INSTRUMENT = object("index", whole(0), "partName", text("Piano"));

    private JobExamples() {}

    static List<Example> all() {
        return List.of(
                flat("listOmrJobs", "the jobs")
                        .given("an OMR job", "status", "done")
                        .lists(JOB),
                flat("listOmrJobs", "the jobs that are done")
                        .given("an OMR job", "status", "done")
                        .query("status", "done")
                        .query("limit", "1")
                        .lists(JOB.with("status", "done")),
                flat("listOmrJobs", "the jobs of an invalid token")
                        .withToken("invalid")
                        .refused(401),
                job("processing", "a job under way")
                        .answers(200, JOB.with("status", "processing").with("progress", PROGRESS)),
                job("awaitingInput", "a job that waits for its details")
                        .answers(
                                200,
                                JOB.with("status", "awaitingInput")
                                        .with("interactiveSteps", each(text("details")))
                                        .with("currentStep", "details")
                                        .with("pendingStep", details())),
                job("done", "a job that is done")
                        .answers(
                                200,
                                JOB.with("status", "done").with("result", object("exports", each(text("musicxml"))))),
                job("error", "a job that has failed")
                        .answers(
                                200,
                                JOB.with("status", "error")
                                        .with("errorCode", text("NO_MUSIC_DETECTED"))
                                        .with("errorMessage", text("No music was found"))),
                job("canceled", "a job that was canceled").answers(200, JOB.with("status", "canceled")),
                flat("getOmrJob", "a job that is not there").at("job", NOBODYS).refused(404),
                flat("startOmrJob", "the start of a job")
                        .given("an OMR job", "status", "draft")
                        .answers(202, JOB.with("status", "processing")),
                flat("startOmrJob", "the start of a job without files")
                        .given("an OMR job", "status", "draft", "files", "0")
                        .refused(400),
                flat("startOmrJob", "the start of a job, without credits")
                        .given("an OMR job", "status", "draft", "credits", "0")
                        .refused(402, "OMR_CREDITS_EXHAUSTED"),
                flat("startOmrJob", "the start of a job that is not there")
                        .at("job", NOBODYS)
                        .refused(404),
                flat("submitOmrJobStep", "the details of a job")
                        .given("an OMR job", "status", "awaitingInput")
                        .at("step", "details")
                        .sending("step", "details", "title", "Nocturne")
                        .answers(202, JOB.with("interactiveSteps", each(text("details")))),
                flat("submitOmrJobStep", "the details of a job that does not wait for them")
                        .given("an OMR job", "status", "done")
                        .at("step", "details")
                        .sending("step", "details")
                        .refused(409),
                flat("cancelOmrJob", "the end of a job before it is done")
                        .given("an OMR job", "status", "processing")
                        .answers(200, JOB.with("status", "canceled")),
                flat("cancelOmrJob", "the end of a job that is not there")
                        .at("job", NOBODYS)
                        .refused(404),
                flat("cancelOmrJob", "the end of a job that is done already")
                        .given("an OMR job", "status", "done")
                        .refused(409),
                flat("deleteOmrJob", "the data of a job to be erased")
                        .given("an OMR job", "status", "done")
                        .answers(200, JOB.with("status", "done")),
                flat("deleteOmrJob", "the data of a job to be erased that is not there")
                        .at("job", NOBODYS)
                        .refused(404),
                flat("deleteOmrJob", "the data of a job under way to be erased")
                        .given("an OMR job", "status", "processing")
                        .refused(409, "OMR_JOB_IN_PROGRESS"));
    }

    private static Call job(String status, String description) {
        return flat("getOmrJob", description).given("an OMR job", "status", status);
    }

    private static Shape details() {
        return object(
                "step",
                "details",
                "data",
                object("step", "details", "title", text("Prelude"), "instruments", each(INSTRUMENT)));
    }
}
