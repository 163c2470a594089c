package dev.fermata.flat.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.Json;
import dev.fermata.score.Access;
import dev.fermata.score.Score;
import java.io.IOException;
import java.util.Optional;

/** Flat's scores: their details and their editing. */
public final class ScoreOperations {
    private static final String SCORE = "Score";
    private static final long MOST_EDIT_BYTES = 1 << 20;

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A public score can be read without a token; a private one of somebody else is answered 403",
            reason = "the vendor says that public scores need no scope, and has a 403 for what is not granted")
    public Reply getScore(FlatCall call) throws IOException {
        return read(call, score -> Reply.json(200, ScoreView.of(score, call)));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A subtitle, a name or a license text of more than 2,000 characters is answered 400, and so are"
                    + " more than 100 tags",
            reason = "the vendor gives a longest description of that length, and no bound for the others")
    @Assumed(
            behaviour = "An edited title or composer shows in the details; the exported files keep their own",
            reason = "the vendor writes it into the document lazily, with a later revision")
    public Reply editScore(FlatCall call) throws IOException {
        return own(call, found -> {
            try (Body body = Body.receive(call.ctx(), MOST_EDIT_BYTES)) {
                ScoreEdit edit = new ScoreEdit(Json.read(call.ctx(), body, ObjectNode.class));
                Optional<String> fault = edit.fault();
                if (fault.isPresent()) {
                    return FlatErrors.badRequest("The value of " + fault.get() + " is not valid", fault.get());
                }
                String newKey = call.newSharingKey();
                return call.world()
                        .scores()
                        .change(found.id(), score -> edit.appliedTo(score, newKey, call.now()))
                        .map(score -> Reply.json(200, ScoreView.of(score, call)))
                        .orElseGet(() -> FlatErrors.notFound(SCORE));
            }
        });
    }

    /** Answers with the score that the path names, if it is there and the caller may read it. */
    public static Reply read(FlatCall call, Use use) throws IOException {
        return find(call, Access.READ, use);
    }

    /** Answers with the score that the path names, if it is there and the caller's own. */
    public static Reply own(FlatCall call, Use use) throws IOException {
        return find(call, Access.ADMIN, use);
    }

    private static Reply find(FlatCall call, Access least, Use use) throws IOException {
        Optional<Score> score = call.world().score(call.path("score"), call.now());
        if (score.isEmpty()) {
            return FlatErrors.notFound(SCORE);
        }
        return call.accessTo(score.get()).allows(least) ? use.answer(score.get()) : FlatErrors.notGranted();
    }

    /** What is answered once the score is there and the caller may have it. */
    @FunctionalInterface
    public interface Use {
        Reply answer(Score score) throws IOException;
    }
}
