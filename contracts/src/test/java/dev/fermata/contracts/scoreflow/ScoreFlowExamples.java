package dev.fermata.contracts.scoreflow;

import static dev.fermata.contracts.example.Call.scoreFlow;
import static dev.fermata.contracts.example.Shape.is;
import static dev.fermata.contracts.example.Shape.like;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.Shape.whole;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Form;
import dev.fermata.contracts.example.Shape;
import dev.fermata.contracts.example.SmallFiles;
import dev.fermata.contracts.example.Vendor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** All examples of calls to ScoreFlow. */
public final class ScoreFlowExamples {
    private static final String PDF = "prelude.pdf";
    private static final String UNKNOWN = "api_00000000_00000";
    private static final Shape QUEUE = object("position", whole(2), "estimatedWait", whole(5));
    private static final Shape ACCEPTED = object(
            "success", is(true),
            "conversionId", like("api_\\w+", Vendor.exampleId("conversionId")),
            "status", "queued",
            "queueStatus", QUEUE,
            "message", text("Conversion initiated."),
            "apiCreditsUsed", whole(1),
            "apiCreditsRemaining", whole(19),
            "timestamp", like("\\d{4}-\\d\\d-\\d\\dT.*Z", "2026-01-01T12:00:00.000Z"));

    private ScoreFlowExamples() {}

    /** Every operation with every outcome that ScoreFlow documents. */
    public static List<Example> all() {
        return Stream.of(submissions(), polls(), downloads())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> submissions() {
        return List.of(
                scoreFlow("convert", "a PDF to be made MIDI")
                        .sending(new Form("midi", PDF))
                        .answers(202, ACCEPTED),
                scoreFlow("convert", "a PDF to be made MusicXML")
                        .sending(new Form("musicxml", PDF))
                        .answers(202, ACCEPTED),
                scoreFlow("convert", "a form without a file")
                        .sending(new Form("midi", ""))
                        .refused(400, "No PDF file provided"),
                scoreFlow("convert", "a PDF to be made something else")
                        .sending(new Form("mp3", PDF))
                        .refused(400, "Invalid conversion type"),
                submission("a PDF with a key that is disabled")
                        .withToken("disabled")
                        .refused(401, "Invalid or disabled API key"),
                submission("a PDF without credits")
                        .given("an account", "credits", "0")
                        .answers(
                                402,
                                object(
                                        "error",
                                        like(
                                                "Insufficient credits\\. Required: \\d+, Available: \\d+",
                                                "Insufficient credits. Required: 1, Available: 0"))),
                submission("a PDF over the rate limit")
                        .given("the rate limit is used up")
                        .refused(429),
                submission("a PDF while all servers are busy")
                        .given("a scenario", "name", "error-503")
                        .refused(503, "All servers are busy. Please try again later."),
                submission("a PDF while ScoreFlow has a bug")
                        .given("a scenario", "name", "error-500")
                        .refused(500));
    }

    private static List<Example> polls() {
        return List.of(
                conversion("status", "queued", "a conversion that waits")
                        .answers(
                                200,
                                object("status", "queued", "queueStatus", QUEUE, "message", text("In the queue."))),
                conversion("status", "processing", "a conversion under way")
                        .answers(200, object("status", "processing", "message", text("Being processed."))),
                conversion("status", "completed", "a conversion that is completed")
                        .answers(200, object("status", "completed", "message", text("Completed."))),
                conversion("status", "failed", "a conversion that has failed")
                        .answers(200, object("status", "failed", "error", text("It went wrong."))),
                scoreFlow("status", "a conversion that is not there")
                        .at("conversionId", UNKNOWN)
                        .refused(404),
                scoreFlow("status", "a conversion, with a key that is disabled")
                        .at("conversionId", UNKNOWN)
                        .withToken("disabled")
                        .refused(401, "Invalid or disabled API key"),
                scoreFlow("status", "a conversion, over the rate limit")
                        .at("conversionId", UNKNOWN)
                        .given("the rate limit is used up")
                        .refused(429));
    }

    private static List<Example> downloads() {
        byte[] musicXml = SmallFiles.MUSICXML.getBytes(StandardCharsets.UTF_8);
        return List.of(
                scoreFlow("download", "what was made MIDI")
                        .given("a conversion", "status", "completed", "type", "midi")
                        .answersFile("audio/midi", SmallFiles.MIDI),
                scoreFlow("download", "what was made MusicXML")
                        .given("a conversion", "status", "completed", "type", "musicxml")
                        .answersFile("application/vnd.recordare.musicxml+xml", musicXml),
                tooEarly("queued"),
                tooEarly("processing"),
                tooEarly("failed"),
                scoreFlow("download", "what comes of a conversion that is not there")
                        .at("conversionId", UNKNOWN)
                        .refused(404, "Conversion not found"),
                scoreFlow("download", "what comes of a conversion, with a key that is disabled")
                        .at("conversionId", UNKNOWN)
                        .withToken("disabled")
                        .refused(401, "Invalid or disabled API key"));
    }

    private static Example tooEarly(String status) {
        return conversion("download", status, "what comes of a conversion while it is " + status)
                .answers(400, object("error", "Conversion not yet completed", "currentStatus", status));
    }

    private static Call submission(String description) {
        return scoreFlow("convert", description).sending(new Form("midi", PDF));
    }

    private static Call conversion(String operation, String status, String description) {
        return scoreFlow(operation, description).given("a conversion", "status", status);
    }
}
