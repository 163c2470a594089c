package dev.fermata.states;

import dev.fermata.score.Score;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedScore;
import dev.fermata.vendor.VendorName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Scores of Flat's. */
final class ScoreStates {
    private static final Duration A_MONTH = Duration.ofDays(30);

    private ScoreStates() {}

    static List<ProviderState> all() {
        return List.of(
                score("a score", "A private score of the account", Setting.MUSICIAN, Privacy.PRIVATE),
                score(
                        "a public score",
                        "A score of the account that everybody may read",
                        Setting.MUSICIAN,
                        Privacy.PUBLIC),
                score(
                        "a score of somebody else",
                        "A private score of another account",
                        Setting.STRANGER,
                        Privacy.PRIVATE),
                ProviderState.of("a deleted score", "A score of the account, in the trash", ScoreStates::delete)
                        .giving("score", "revision"));
    }

    private static ProviderState score(String name, String summary, String owner, Privacy privacy) {
        return ProviderState.of(name, summary, setting -> seed(setting, owner, privacy))
                .giving("score", "revision");
    }

    /** Puts a score into the world, and answers what it is. */
    static Score seed(Setting setting, String owner, Privacy privacy) throws IOException {
        Score score = setting.seed(
                        Seed.NOTHING.with(SeedScore.of(owner).title("Prelude").privacy(privacy)))
                .scores()
                .get(0);
        setting.give("score", score.id());
        setting.give("revision", score.last().id());
        return score;
    }

    private static void delete(Setting setting) throws IOException {
        Score score = seed(setting, Setting.MUSICIAN, Privacy.PRIVATE);
        setting.world()
                .trash()
                .put(
                        score.id(),
                        setting.musician(VendorName.FLAT),
                        setting.now().plus(A_MONTH));
    }
}
