package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.SCORE;

import dev.fermata.contracts.example.Example;
import java.util.List;

/** The contents of collections. */
final class CollectionScoreExamples {
    private CollectionScoreExamples() {}

    static List<Example> all() {
        return List.of(
                flat("listCollectionScores", "the scores of a collection")
                        .given("a collection with a score")
                        .lists(SCORE),
                flat("listCollectionScores", "the scores of a collection that is not there")
                        .at("collection", NOBODYS)
                        .refused(404),
                flat("addScoreToCollection", "a score into a collection")
                        .given("a collection and a score")
                        .answers(200, SCORE),
                flat("addScoreToCollection", "a score into a collection of somebody else")
                        .given("a score and a collection of somebody else")
                        .refused(403),
                flat("addScoreToCollection", "a score that is not there into a collection")
                        .given("a collection")
                        .at("score", NOBODYS)
                        .refused(404),
                flat("deleteScoreFromCollection", "a score out of a collection")
                        .given("a collection with a score")
                        .answers(204),
                flat("deleteScoreFromCollection", "a score out of a collection of somebody else")
                        .given("a score and a collection of somebody else")
                        .refused(403),
                flat("deleteScoreFromCollection", "a score out of a collection that it is not in")
                        .given("a collection and a score")
                        .refused(404));
    }
}
