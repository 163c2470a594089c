package dev.fermata.flat.score;

import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.paging.Listing;
import dev.fermata.flat.paging.Paging;
import dev.fermata.flat.paging.Sorting;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.Score;
import java.util.List;

/** Lists of scores. */
@Documented(
        behaviour = "Scores are listed by modificationDate, the newest first, 25 on a page and 100 at most",
        source = "OpenAPI 2.24.0")
public final class ScoreListing {
    private static final Paging.Limits LIMITS = new Paging.Limits(25, 100);

    private ScoreListing() {}

    /** Answers with the page of these scores that the call asks for. */
    public static Reply page(FlatCall call, List<Score> scores) {
        Sorting sorting = Sorting.of(call, Sorting.By.MODIFICATION_DATE);
        return Paging.answer(call, LIMITS, listing(scores, sorting), score -> ScoreView.of(score, call));
    }

    /** Answers with all of these scores. */
    public static Reply all(FlatCall call, List<Score> scores) {
        Listing<Score> listing = listing(scores, Sorting.By.MODIFICATION_DATE.usually());
        return Reply.json(
                200,
                listing.sorted().stream()
                        .map(score -> ScoreView.of(score, call))
                        .toList());
    }

    private static Listing<Score> listing(List<Score> scores, Sorting sorting) {
        return new Listing<>(
                scores,
                score -> sorting.keyOf(
                        score.id(),
                        score.title(),
                        score.createdAt(),
                        score.last().at()),
                sorting.direction());
    }
}
