package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.SCORE;

import dev.fermata.contracts.example.Example;
import java.util.List;

/** Existing scores. */
final class ScoreExamples {
    private ScoreExamples() {}

    static List<Example> all() {
        return List.of(
                flat("getScore", "a score").given("a score").answers(200, SCORE),
                flat("getScore", "a score with an invalid token")
                        .at("score", NOBODYS)
                        .withToken("invalid")
                        .refused(401),
                flat("getScore", "a score, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .refused(402),
                flat("getScore", "a score of somebody else")
                        .given("a score of somebody else")
                        .refused(403),
                flat("getScore", "a score that is not there")
                        .at("score", NOBODYS)
                        .refused(404),
                flat("editScore", "another title for a score")
                        .given("a score")
                        .sending("title", "Nocturne")
                        .answers(200, SCORE.with("title", "Nocturne")),
                flat("editScore", "another title for a score, on an account over its quota")
                        .at("score", NOBODYS)
                        .given("a scenario", "name", "error-402")
                        .sending("title", "Nocturne")
                        .refused(402),
                flat("editScore", "another title for a score of somebody else")
                        .given("a score of somebody else")
                        .sending("title", "Nocturne")
                        .refused(403),
                flat("editScore", "another title for a score that is not there")
                        .at("score", NOBODYS)
                        .sending("title", "Nocturne")
                        .refused(404),
                flat("getUserScores", "the public scores of the user oneself")
                        .at("user", "me")
                        .given("a public score")
                        .lists(SCORE.with("privacy", "public")),
                flat("getUserScores", "a page of the public scores of the user oneself")
                        .at("user", "me")
                        .given("a public score")
                        .query("paginate", "true")
                        .query("limit", "1")
                        .lists(SCORE.with("privacy", "public")),
                flat("getUserScores", "the public scores of a user that is not there")
                        .at("user", NOBODYS)
                        .refused(404));
    }
}
