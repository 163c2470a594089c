package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.object;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.SmallFiles.MIDI;
import static dev.fermata.contracts.example.SmallFiles.PNG;
import static dev.fermata.contracts.example.SmallFiles.ZIP;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.TASK;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.SmallFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of a score. */
final class FileExamples {
    private static final byte[] MUSICXML = SmallFiles.MUSICXML.getBytes(StandardCharsets.UTF_8);

    private FileExamples() {}

    static List<Example> all() {
        return List.of(
                file("midi", "a score as MIDI").given("a score").answersFile("audio/midi", MIDI),
                file("xml", "a score as MusicXML")
                        .given("a score")
                        .answersFile("application/vnd.recordare.musicxml+xml", MUSICXML),
                file("mxl", "a score as compressed MusicXML")
                        .given("a score")
                        .answersFile("application/vnd.recordare.musicxml", ZIP),
                file("thumbnail.png", "a picture of a score").given("a score").answersFile("image/png", PNG),
                file("midi", "where a score is as MIDI")
                        .given("a score")
                        .query("url", "true")
                        .answers(200, object("url", text("https://files.flat.io/prelude.mid"))),
                file("mp3", "a score as audio that nobody has made")
                        .given("a score")
                        .refused(404),
                file("midi", "a score as MIDI, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .refused(402),
                file("midi", "a score of somebody else as MIDI")
                        .given("a score of somebody else")
                        .refused(403),
                file("midi", "a score that is not there as MIDI")
                        .at("score", NOBODYS)
                        .refused(404),
                audio("a score to be made audio")
                        .given("a score")
                        .answers(200, TASK.with("type", "audio-export").with("format", "mp3")),
                audio("a score to be made audio, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .refused(402),
                audio("a score of somebody else to be made audio")
                        .given("a score of somebody else")
                        .refused(403),
                audio("a score that is not there to be made audio")
                        .at("score", NOBODYS)
                        .refused(404));
    }

    private static Call file(String format, String description) {
        return flat("getScoreRevisionData", description).at("revision", "last").at("format", format);
    }

    private static Call audio(String description) {
        return flat("createExportTask", description).at("revision", "last").at("format", "mp3");
    }
}
