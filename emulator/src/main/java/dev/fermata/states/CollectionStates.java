package dev.fermata.states;

import dev.fermata.flat.FlatCall;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import dev.fermata.seed.Seed;
import dev.fermata.vendor.VendorName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Collections of Flat's. */
final class CollectionStates {
    private static final Duration A_MONTH = Duration.ofDays(30);

    private CollectionStates() {}

    static List<ProviderState> all() {
        return List.of(
                ProviderState.of("a collection", "A collection of the account, and nothing in it", setting -> {
                            setting.seed(Seed.NOTHING);
                            add(setting, Setting.MUSICIAN);
                        })
                        .giving("collection"),
                ProviderState.of(
                                "a collection with a score",
                                "A collection of the account, and a score in it",
                                setting -> {
                                    Score score = ScoreStates.seed(setting, Setting.MUSICIAN, Privacy.PRIVATE);
                                    Collection collection = add(setting, Setting.MUSICIAN);
                                    setting.world().library().place(score.id(), collection.id(), setting.now());
                                })
                        .giving("collection", "score", "revision"),
                withScore(
                        "a collection and a score",
                        "A collection of the account, and a score that is not in it",
                        Setting.MUSICIAN),
                withScore(
                        "a score and a collection of somebody else",
                        "A score of the account, and a collection of another account",
                        Setting.STRANGER),
                ProviderState.of("a collection of somebody else", "A collection of another account", setting -> {
                            setting.seed(Seed.NOTHING);
                            add(setting, Setting.STRANGER);
                        })
                        .giving("collection"),
                ProviderState.of(
                                "a deleted collection",
                                "A collection of the account, in the trash",
                                CollectionStates::delete)
                        .giving("collection"));
    }

    private static ProviderState withScore(String name, String summary, String owner) {
        return ProviderState.of(name, summary, setting -> {
                    ScoreStates.seed(setting, Setting.MUSICIAN, Privacy.PRIVATE);
                    add(setting, owner);
                })
                .giving("collection", "score", "revision");
    }

    private static void delete(Setting setting) throws IOException {
        setting.seed(Seed.NOTHING);
        Collection collection = add(setting, Setting.MUSICIAN);
        setting.world().collections().trash(collection.id(), setting.now().plus(A_MONTH), setting.now());
    }

    private static Collection add(Setting setting, String owner) {
        String id = FlatCall.newId(setting.world());
        Collection collection =
                Collection.of(id, setting.account(VendorName.FLAT, owner).id(), Kind.REGULAR, "Études", setting.now());
        setting.world().collections().add(collection);
        setting.give("collection", id);
        return collection;
    }
}
