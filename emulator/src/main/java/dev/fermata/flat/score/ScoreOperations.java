package dev.fermata.flat.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.answer.Reply;
import dev.fermata.vendor.Purpose;
import java.io.IOException;
import java.util.List;

/** Flat's scores: their details and their editing. */
public final class ScoreOperations {
    /** The operations of scores, of the trash, and of the scores of a user. */
    public static List<FlatOperation> operations(FlatOptions options) {
        var creation = new ScoreCreation(options);
        var scores = new ScoreOperations();
        var trash = new TrashOperations();
        var users = new UserScores();
        return List.of(
                FlatOperation.of("createScore", Purpose.SUBMIT, creation::createScore, "scores"),
                FlatOperation.of("getScore", Purpose.OTHER, scores::getScore, "scores", "scores.readonly")
                        .open(),
                FlatOperation.of("editScore", Purpose.OTHER, scores::editScore, "scores"),
                FlatOperation.of("deleteScore", Purpose.OTHER, trash::deleteScore, "scores"),
                FlatOperation.of("untrashScore", Purpose.OTHER, trash::untrashScore, "scores"),
                FlatOperation.of("getUserScores", Purpose.LIST, users::getUserScores, "scores", "scores.readonly")
                        .open());
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A public score can be read without a token; a private one of somebody else is answered 403",
            reason = "the vendor says that public scores need no scope, and has a 403 for what is not granted")
    Reply getScore(FlatCall call) {
        return Reply.json(200, ScoreView.of(call.readableScore(), call));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A subtitle, a name or a license text of more than 2,000 characters is answered 400, and so are"
                    + " more than 100 tags",
            reason = "the vendor gives a longest description of that length, and no bound for the others")
    @Assumed(
            behaviour = "An edited title or composer shows in the details; the exported files keep their own",
            reason = "the vendor writes it into the document lazily, with a later revision")
    Reply editScore(FlatCall call) throws IOException {
        String id = call.ownScore().id();
        ScoreEdit edit = new ScoreEdit(call.body(ObjectNode.class));
        edit.fault().ifPresent(field -> {
            throw new FlatRefusal(FlatErrors.badRequest("The value of " + field + " is not valid", field));
        });
        String newKey = call.newSharingKey();
        return call.world()
                .scores()
                .change(id, score -> edit.appliedTo(score, newKey, call.now()))
                .map(score -> Reply.json(200, ScoreView.of(score, call)))
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("Score")));
    }
}
