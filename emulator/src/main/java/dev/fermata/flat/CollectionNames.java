package dev.fermata.flat;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
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

    private CollectionNames() {}

    /** Those that the caller has without having made them, in the order in which they are listed. */
    public static List<Collection> standing(FlatCall call) {
        return Arrays.stream(Alias.values())
                .filter(alias -> alias != Alias.ROOT)
                .map(alias -> alias.of(call))
                .toList();
    }

    /**
     * The caller's own collection with this name.
     *
     * @throws FlatRefusal with 404 if it is unknown, 403 if it is not the caller's
     */
    @Assumed(behaviour = NOT_ONES_OWN, reason = "the vendor has both, and does not say which hides which")
    public static Collection own(FlatCall call, String name) {
        Collection found = Arrays.stream(Alias.values())
                .filter(alias -> alias.label.equals(name))
                .findFirst()
                .map(alias -> alias.of(call))
                .or(() -> call.world().collections().find(name, call.now()))
                .orElseThrow(
                        () -> new FlatRefusal(FlatErrors.notFound(COLLECTION).assuming(NOT_ONES_OWN)));
        if (!call.isBy(found.owner())) {
            throw new FlatRefusal(FlatErrors.notGrantedTo("this collection").assuming(NOT_ONES_OWN));
        }
        return found;
    }

    /** The same, if scores can be added to it and removed from it; otherwise refused with 403. */
    static Collection open(FlatCall call, String name) {
        Collection found = own(call, name);
        if (!found.isOpen()) {
            throw new FlatRefusal(FlatErrors.notGrantedTo("the scores of this collection in this way"));
        }
        return found;
    }

    /**
     * The id of the collection for a new score; empty if the request names none.
     *
     * @throws FlatRefusal with 404 if it is unknown, 403 if it is not the caller's or closed
     */
    @Assumed(
            behaviour = "A score that names no collection goes into app; one that names a collection goes there alone",
            reason = "the vendor says so of scores that are made with a token, and elsewhere that they go into none")
    @Assumed(
            behaviour = "A new score for a collection that is not there is answered 404, for one that is closed 403",
            reason = "the vendor says so of putting a score that is there into a collection")
    public static Optional<String> forNewScore(FlatCall call, @Nullable String name) {
        return Optional.ofNullable(name).map(given -> open(call, given).id());
    }
}
