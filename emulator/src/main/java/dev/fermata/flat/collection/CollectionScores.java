package dev.fermata.flat.collection;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.score.ScoreListing;
import dev.fermata.flat.score.ScoreView;
import dev.fermata.flat.score.TrashOperations;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.Score;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import java.util.List;

/** The scores in Flat's collections. */
final class CollectionScores {
    private static final String NOT_IN_IT = "Taking a score out of a collection that it is not in is answered 404";

    private static final String SCORE = "Score";

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "allScores and root hold one's own scores; likes and collaborations are empty",
            reason = "liking and sharing with collaborators are not emulated yet")
    Reply listCollectionScores(FlatCall call) {
        return ScoreListing.page(call, contentsOf(call.ownCollection(), call));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "A score can be in several collections, also one of somebody else that can be read",
            source = "OpenAPI 2.24.0, tag Collection")
    Reply addScoreToCollection(FlatCall call) {
        Collection collection = call.openCollection();
        Score score = call.readableScore();
        if (!call.world().library().place(score.id(), collection.id(), call.now())) {
            throw new FlatRefusal(FlatErrors.notFound(SCORE));
        }
        return Reply.json(200, ScoreView.of(score, call));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = NOT_IN_IT, reason = "the vendor has a 404, and does not say of what")
    Reply deleteScoreFromCollection(FlatCall call) {
        Collection collection = call.openCollection();
        if (!call.world().collections().take(call.path("score"), collection.id(), call.now())) {
            throw new FlatRefusal(FlatErrors.notFound(SCORE).assuming(NOT_IN_IT));
        }
        return Reply.nothing();
    }

    /** The scores in a collection that are within the caller's reach. */
    static List<Score> contentsOf(Collection collection, FlatCall call) {
        List<Score> scores = call.world().library().scoresIn(collection, call.now());
        return collection.kind() == Kind.TRASH
                ? scores.stream()
                        .filter(score -> TrashOperations.isWithinReach(score, call))
                        .toList()
                : scores;
    }
}
