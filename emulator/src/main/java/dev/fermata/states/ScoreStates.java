package dev.fermata.states;

import dev.fermata.score.Score;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedScore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Scores at Flat. */
final class ScoreStates {
    private static final Duration A_MONTH = Duration.ofDays(30);

    private ScoreStates() {}

    static List<ProviderState> all() {
        return List.of(
                score("a score", "A private score of the account", StateBuilder.MUSICIAN, Privacy.PRIVATE),
                score(
                        "a public score",
                        "A score of the account that anyone may read",
                        StateBuilder.MUSICIAN,
                        Privacy.PUBLIC),
                score(
                        "a score of somebody else",
                        "A private score of another account",
                        StateBuilder.STRANGER,
                        Privacy.PRIVATE),
                ProviderState.of("a deleted score", "A score of the account, in the trash", ScoreStates::delete)
                        .giving("score", "revision"));
    }

    private static ProviderState score(String name, String summary, String owner, Privacy privacy) {
        return ProviderState.of(name, summary, state -> seed(state, owner, privacy))
                .giving("score", "revision");
    }

    /** Creates a score in the world, and returns its values. */
    static Score seed(StateBuilder state, String owner, Privacy privacy) throws IOException {
        Score score = state.seed(
                        Seed.NOTHING.with(SeedScore.of(owner).title("Prelude").privacy(privacy)))
                .scores()
                .get(0);
        state.give("score", score.id());
        state.give("revision", score.last().id());
        return score;
    }

    private static void delete(StateBuilder state) throws IOException {
        Score score = seed(state, StateBuilder.MUSICIAN, Privacy.PRIVATE);
        state.world().trash().put(score.id(), state.now().plus(A_MONTH));
    }
}
