package dev.fermata.flat.score;

import dev.fermata.account.Plan;
import dev.fermata.clock.VirtualClock;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.Access;
import dev.fermata.score.Score;
import dev.fermata.score.collection.Collections;
import dev.fermata.world.Trash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The end of Flat's scores, and the way back. */
public final class TrashOperations {
    private static final String AT_ONCE =
            "now=true deletes a score for good at once, also one in the trash; without it that one is 404";

    private static final String BACK_AGAIN =
            "A score that needs room to come back and has none is answered 402; one that is not in the trash stays where it is: 204";

    /** How long what is deleted stays in the trash. */
    @Documented(
            behaviour =
                    "A deleted score stays in the trash for 90 days, and can be restored on the free plan for 24 hours",
            source = "OpenAPI 2.24.0, scheduledDeletionDate")
    public static final Duration KEPT = Duration.ofDays(90);

    private static final Duration KEPT_FOR_FREE = Duration.ofHours(24);
    private static final String SCORE = "Score";
    private static final String ID = "score";

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "A deleted score gives its room back at once, cannot be read any more, and lies in the trash",
            source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "Deleting somebody else's score takes it out of one's own collections",
            source = "OpenAPI 2.24.0")
    @Assumed(behaviour = AT_ONCE, reason = "the vendor says as soon as possible")
    Reply deleteScore(FlatCall call) {
        Optional<Score> found = call.world().score(call.path(ID), call.now());
        if (found.isEmpty() && call.isSet("now")) {
            return deleteFromTrash(call);
        }
        Score score = found.orElseThrow(() -> new FlatRefusal(FlatErrors.notFound(SCORE)));
        return call.accessTo(score).allows(Access.ADMIN)
                ? delete(call, score.id())
                : leaveCollections(call, score.id());
    }

    private static Reply delete(FlatCall call, String id) {
        boolean deleted = call.world().tables().change(() -> {
            Trash trash = call.world().trash();
            return trash.put(id, VirtualClock.deadline(call.now(), KEPT)) && (!call.isSet("now") || trash.delete(id));
        });
        return done(deleted, FlatErrors.notFound(SCORE));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "A score that is taken out of the trash is in the collections again that it was in",
            source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = BACK_AGAIN,
            reason = "the vendor frees the room when a score is deleted, and says nothing of the second call")
    Reply untrashScore(FlatCall call) {
        String id = call.path(ID);
        Optional<Score> inTrash = call.world().scores().findInTrash(id, call.now());
        Score score = inTrash.or(() -> call.world().score(id, call.now()))
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound(SCORE)));
        requireOwn(call, score, FlatErrors.notGranted());
        return inTrash.isEmpty() ? Reply.nothing().assuming(BACK_AGAIN) : restore(call, score);
    }

    /** Whether a score in the trash is still within its owner's reach. */
    public static boolean isWithinReach(Score inTrash, FlatCall call) {
        return call.account().plan() != Plan.FREE
                || inTrash.trashedUntil()
                        .map(until -> until.minus(KEPT).plus(KEPT_FOR_FREE))
                        .filter(call.now()::isBefore)
                        .isPresent();
    }

    private static Reply restore(FlatCall call, Score inTrash) {
        if (!isWithinReach(inTrash, call)) {
            throw new FlatRefusal(FlatErrors.needsPayingPlan());
        }
        return switch (call.world().trash().restore(inTrash.id(), call.account(), call.now())) {
            case RESTORED -> Reply.nothing();
            case NOT_THERE -> FlatErrors.notFound(SCORE);
            case NO_ROOM -> FlatErrors.overQuota().assuming(BACK_AGAIN);
        };
    }

    private static Reply deleteFromTrash(FlatCall call) {
        Score inTrash = call.world()
                .scores()
                .findInTrash(call.path(ID), call.now())
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound(SCORE).assuming(AT_ONCE)));
        requireOwn(call, inTrash, FlatErrors.notGranted().assuming(AT_ONCE));
        boolean deleted = call.world().trash().delete(inTrash.id());
        return done(deleted, FlatErrors.notFound(SCORE)).assuming(AT_ONCE);
    }

    private static void requireOwn(FlatCall call, Score score, Reply otherwise) {
        if (!call.accessTo(score).allows(Access.ADMIN)) {
            throw new FlatRefusal(otherwise);
        }
    }

    private static Reply done(boolean isDone, Reply otherwise) {
        return isDone ? Reply.nothing() : otherwise;
    }

    private static Reply leaveCollections(FlatCall call, String score) {
        Collections collections = call.world().collections();
        List<Boolean> left = call.world()
                .tables()
                .change(() -> collections.holding(score, call.account().id()).stream()
                        .map(collection -> collections.take(score, collection.id(), call.now()))
                        .toList());
        return done(left.contains(true), FlatErrors.notGranted());
    }
}
