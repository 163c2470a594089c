package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Vendor.NOBODYS;

import dev.fermata.contracts.example.Example;
import java.util.List;

/** Deleting and restoring scores. */
final class TrashExamples {
    private TrashExamples() {}

    static List<Example> all() {
        return List.of(
                flat("deleteScore", "a score into the trash").given("a score").answers(204),
                flat("deleteScore", "the end of a score at once")
                        .given("a score")
                        .query("now", "true")
                        .answers(204),
                flat("deleteScore", "a score of somebody else into the trash")
                        .given("a score of somebody else")
                        .refused(403),
                flat("deleteScore", "a score that is not there into the trash")
                        .at("score", NOBODYS)
                        .refused(404),
                flat("untrashScore", "a score out of the trash")
                        .given("a deleted score")
                        .answers(204),
                flat("untrashScore", "a score of somebody else out of the trash")
                        .given("a score of somebody else")
                        .refused(403),
                flat("untrashScore", "a score that is not there out of the trash")
                        .at("score", NOBODYS)
                        .refused(404));
    }
}
