package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.SmallFiles.MIDI;
import static dev.fermata.contracts.example.SmallFiles.PDF;
import static dev.fermata.contracts.example.SmallFiles.PDF_IN_BASE64;
import static dev.fermata.contracts.example.SmallFiles.PNG;
import static dev.fermata.contracts.example.SmallFiles.ZIP;
import static dev.fermata.contracts.example.Vendor.NOBODYS;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.SmallFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Input and output files of OMR jobs. */
final class JobFileExamples {
    private static final byte[] MUSICXML = SmallFiles.MUSICXML.getBytes(StandardCharsets.UTF_8);

    private JobFileExamples() {}

    static List<Example> all() {
        return List.of(
                added("a file for a draft")
                        .given("an OMR job", "status", "draft", "files", "0")
                        .answers(200, object("fileIndex", 0, "fileCount", 1)),
                added("a file for a job that has begun")
                        .given("an OMR job", "status", "processing")
                        .refused(409),
                added("a file for a job that is not there").at("job", NOBODYS).refused(404),
                flat("getOmrJobFile", "a file that was sent")
                        .given("an OMR job", "status", "done")
                        .at("index", "0")
                        .answersFile("application/pdf", PDF),
                flat("getOmrJobFile", "a file that was not sent")
                        .given("an OMR job", "status", "done")
                        .at("index", "7")
                        .refused(404),
                flat("getOmrJobFile", "a file that was sent and erased")
                        .given("an OMR job", "status", "expired")
                        .at("index", "0")
                        .refused(409, "OMR_JOB_EXPIRED"),
                export("musicxml", "done", "a job as MusicXML")
                        .answersFile("application/vnd.recordare.musicxml+xml", MUSICXML),
                export("mxl", "done", "a job as compressed MusicXML")
                        .answersFile("application/vnd.recordare.musicxml", ZIP),
                export("midi", "done", "a job as MIDI").answersFile("audio/midi", MIDI),
                export("thumbnail.png", "done", "a picture of a job").answersFile("image/png", PNG),
                export("musicxml", "processing", "a job as MusicXML, too early").refused(409, "OMR_JOB_NOT_DONE"),
                export("musicxml", "expired", "a job as MusicXML, too late").refused(409, "OMR_JOB_EXPIRED"),
                flat("getOmrJobExport", "a job that is not there as MusicXML")
                        .at("job", NOBODYS)
                        .at("format", "musicxml")
                        .refused(404));
    }

    private static Call added(String description) {
        return flat("addOmrJobFile", description).sending("file", text(PDF_IN_BASE64), "filename", "prelude.pdf");
    }

    private static Call export(String format, String status, String description) {
        return flat("getOmrJobExport", description)
                .given("an OMR job", "status", status)
                .at("format", format);
    }
}
