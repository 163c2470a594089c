package dev.fermata.flat.score;

import dev.fermata.account.Account;
import dev.fermata.account.Token;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.Score;
import java.util.List;

/** What a user shows to everybody. */
final class UserScores {
    private static final String ME = "me";

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "A user's scores are the public ones, one's own too; without paginate=true all at once",
            source = "OpenAPI 2.24.0; changelog")
    @Assumed(
            behaviour = "A user's public scores can be listed without a token; me then is answered 401",
            reason = "the vendor lets me be used by those who have authenticated, as if others could call too")
    Reply getUserScores(FlatCall call) {
        List<Score> shown = call.world().library().publicScoresOf(user(call).id(), call.now());
        return call.isSet("paginate") ? ScoreListing.page(call, shown) : ScoreListing.all(call, shown);
    }

    private static Account user(FlatCall call) {
        String id = call.path("user");
        return id.equals(ME)
                ? call.caller().orElseThrow(() -> new FlatRefusal(FlatErrors.of(Token.Refusal.MISSING)))
                : call.world()
                        .flat()
                        .accounts()
                        .find(id)
                        .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("User")));
    }
}
