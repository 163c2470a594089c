package dev.fermata.flat;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collections by the names that calls give them: an id, or the alias of one that every account has. */
@Documented(
        behaviour = "root, app, trash, allScores, collaborations and likes name collections that every account has",
        source = "OpenAPI 2.24.0")
@Assumed(
        behaviour = "The collections that every account has, but for app, have their alias as id",
        reason = "the vendor names the aliases, not the ids")
public final class CollectionNames {
    private static final String NOT_ONES_OWN =
            "A collection of somebody else is answered 403, one that is not there 404";

    private static final String COLLECTION = "Collection";

    /** Those that every account has, in the order in which they are listed. */
    private enum Alias {
        ALL_SCORES("allScores", Kind.EVERYTHING),
        COLLABORATIONS("collaborations", Kind.SHARED),
        LIKES("likes", Kind.LIKED),
        APP("app", Kind.APP),
        TRASH("trash", Kind.TRASH),
        ROOT("root", Kind.ROOT);

        private final String label;
        private final Kind kind;

        Alias(String label, Kind kind) {
            this.label = label;
            this.kind = kind;
        }

        private Collection of(FlatCall call) {
            String owner = call.account().id();
            Instant opened = call.account().openedAt();
            return this == APP
                    ? call.world().collections().appOf(owner, opened)
                    : Collection.of(label, owner, kind, "", opened);
        }
    }

    /** What is answered once a collection is there and the caller's own. */
    @FunctionalInterface
    public interface Use {
        Reply answer(Collection collection) throws IOException;
    }

    /** What is answered once it is known where a new score is to go. */
    @FunctionalInterface
    public interface Target {
        Reply answer(Optional<String> collection) throws IOException;
    }

    private CollectionNames() {}

    /** Those that the caller has without having made them, in the order in which they are listed. */
    public static List<Collection> standing(FlatCall call) {
        return Arrays.stream(Alias.values())
                .filter(alias -> alias != Alias.ROOT)
                .map(alias -> alias.of(call))
                .toList();
    }

    /** Answers with the collection of this name, if it is there and the caller's own. */
    @Assumed(behaviour = NOT_ONES_OWN, reason = "the vendor has both, and does not say which hides which")
    public static Reply own(FlatCall call, String name, Use use) throws IOException {
        Optional<Collection> found = Arrays.stream(Alias.values())
                .filter(alias -> alias.label.equals(name))
                .findFirst()
                .map(alias -> alias.of(call))
                .or(() -> call.world().collections().find(name, call.now()));
        if (found.isEmpty()) {
            return FlatErrors.notFound(COLLECTION).assuming(NOT_ONES_OWN);
        }
        return call.isBy(found.get().owner())
                ? use.answer(found.get())
                : FlatErrors.notGrantedTo("this collection").assuming(NOT_ONES_OWN);
    }

    /** Answers with the collection of this name, if scores can be put into it and taken out. */
    public static Reply open(FlatCall call, String name, Use use) throws IOException {
        return own(
                call,
                name,
                found -> found.isOpen()
                        ? use.answer(found)
                        : FlatErrors.notGrantedTo("the scores of this collection in this way"));
    }

    /** Answers with the id of the collection that a new score is to go to; empty when the request names none. */
    @Assumed(
            behaviour = "A score that names no collection goes into app; one that names a collection goes there alone",
            reason = "the vendor says so of scores that are made with a token, and elsewhere that they go into none")
    @Assumed(
            behaviour = "A new score for a collection that is not there is answered 404, for one that is closed 403",
            reason = "the vendor says so of putting a score that is there into a collection")
    public static Reply forNewScore(FlatCall call, @Nullable String name, Target target) throws IOException {
        return name == null
                ? target.answer(Optional.empty())
                : open(call, name, found -> target.answer(Optional.of(found.id())));
    }
}
