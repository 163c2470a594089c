package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.SmallFiles.MUSICXML;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.REVISION;

import dev.fermata.contracts.example.Call;
import dev.fermata.contracts.example.Example;
import java.util.List;

/** The revisions of a score. */
final class RevisionExamples {
    private RevisionExamples() {}

    static List<Example> all() {
        return List.of(
                flat("getScoreRevisions", "the revisions of a score")
                        .given("a score")
                        .lists(REVISION),
                flat("getScoreRevisions", "the revisions of a score, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .refused(402),
                flat("getScoreRevisions", "the revisions of a score of somebody else")
                        .given("a score of somebody else")
                        .refused(403),
                flat("getScoreRevisions", "the revisions of a score that is not there")
                        .at("score", NOBODYS)
                        .refused(404),
                revised("another revision of a score").given("a score").answers(200, REVISION),
                revised("another revision of a score, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .refused(402),
                revised("another revision of a score of somebody else")
                        .given("a score of somebody else")
                        .refused(403),
                revised("another revision of a score that is not there")
                        .at("score", NOBODYS)
                        .refused(404),
                flat("getScoreRevision", "a revision by its id")
                        .given("a score")
                        .answers(200, REVISION),
                last("the last revision").given("a score").answers(200, REVISION),
                last("the last revision of a score, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .refused(402),
                last("the last revision of a score of somebody else")
                        .given("a score of somebody else")
                        .refused(403),
                flat("getScoreRevision", "a revision that is not there")
                        .given("a score")
                        .at("revision", NOBODYS)
                        .refused(404));
    }

    private static Call revised(String description) {
        return flat("createScoreRevision", description).sending("data", text(MUSICXML), "autosave", false);
    }

    private static Call last(String description) {
        return flat("getScoreRevision", description).at("revision", "last");
    }
}
