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

/** Collections at Flat. */
final class CollectionStates {
    private static final Duration A_MONTH = Duration.ofDays(30);

    private CollectionStates() {}

    static List<ProviderState> all() {
        return List.of(
                ProviderState.of("a collection", "An empty collection of the account", state -> {
                            state.seed(Seed.NOTHING);
                            add(state, StateBuilder.MUSICIAN);
                        })
                        .giving("collection"),
                ProviderState.of(
                                "a collection with a score",
                                "A collection of the account, with a score in it",
                                state -> {
                                    Score score = ScoreStates.seed(state, StateBuilder.MUSICIAN, Privacy.PRIVATE);
                                    Collection collection = add(state, StateBuilder.MUSICIAN);
                                    state.world().library().place(score.id(), collection.id(), state.now());
                                })
                        .giving("collection", "score", "revision"),
                withScore(
                        "a collection and a score",
                        "A collection of the account, and a score that is not in it",
                        StateBuilder.MUSICIAN),
                withScore(
                        "a score and a collection of somebody else",
                        "A score of the account, and a collection of another account",
                        StateBuilder.STRANGER),
                ProviderState.of("a collection of somebody else", "A collection of another account", state -> {
                            state.seed(Seed.NOTHING);
                            add(state, StateBuilder.STRANGER);
                        })
                        .giving("collection"),
                ProviderState.of(
                                "a deleted collection",
                                "A collection of the account, in the trash",
                                CollectionStates::delete)
                        .giving("collection"));
    }

    private static ProviderState withScore(String name, String summary, String owner) {
        return ProviderState.of(name, summary, state -> {
                    ScoreStates.seed(state, StateBuilder.MUSICIAN, Privacy.PRIVATE);
                    add(state, owner);
                })
                .giving("collection", "score", "revision");
    }

    private static void delete(StateBuilder state) throws IOException {
        state.seed(Seed.NOTHING);
        Collection collection = add(state, StateBuilder.MUSICIAN);
        state.world().collections().trash(collection.id(), state.now().plus(A_MONTH));
    }

    private static Collection add(StateBuilder state, String owner) {
        String id = FlatCall.newId(state.world());
        Collection collection =
                Collection.of(id, state.account(VendorName.FLAT, owner).id(), Kind.REGULAR, "Études", state.now());
        state.world().collections().add(collection);
        state.give("collection", id);
        return collection;
    }
}
