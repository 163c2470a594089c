package dev.fermata.flat;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.Reply;
import dev.fermata.score.Score;
import java.util.Optional;

/** Flat's scores: their details. */
final class ScoreOperations {
    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A public score can be read without a token; a private one of somebody else is answered 403",
            reason = "the vendor says that public scores need no scope, and has a 403 for what is not granted")
    Reply getScore(FlatCall call) {
        return read(call, score -> Reply.json(200, ScoreView.of(score, call)));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A deleted score is gone at once, and cannot be brought back",
            reason = "the vendor keeps it in a trash, which is not emulated yet")
    Reply deleteScore(FlatCall call) {
        Optional<Reply> refused = refusalToChange(call);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Score> removed = call.world().scores().remove(call.path("score"));
        removed.ifPresent(score -> {
            call.world().scores().giveRoomBack(call.account());
            score.revisions().stream()
                    .flatMap(revision -> revision.content().document().stream())
                    .forEach(call.world().documents()::release);
        });
        return removed.isPresent() ? Reply.nothing() : FlatErrors.notFound("Score");
    }

    /** Why the caller may not change the score that the path names; empty when it may. */
    static Optional<Reply> refusalToChange(FlatCall call) {
        Optional<Score> score = call.world().score(call.path("score"), call.now());
        if (score.isEmpty()) {
            return Optional.of(FlatErrors.notFound("Score"));
        }
        boolean owns = score.get().owner().equals(call.account().id());
        return owns ? Optional.empty() : Optional.of(FlatErrors.notGranted());
    }

    /** Answers with the score that the path names, if it is there and the caller may read it. */
    static Reply read(FlatCall call, Reader reader) {
        Optional<Score> score = call.world().score(call.path("score"), call.now());
        if (score.isEmpty()) {
            return FlatErrors.notFound("Score");
        }
        return mayRead(call, score.get()) ? reader.answer(score.get()) : FlatErrors.notGranted();
    }

    private static boolean mayRead(FlatCall call, Score score) {
        boolean owns = call.caller()
                .filter(caller -> caller.id().equals(score.owner()))
                .isPresent();
        return owns || score.sharing().opensFor(call.query("sharingKey"));
    }

    /** What is answered once the score is there and may be read. */
    @FunctionalInterface
    interface Reader {
        Reply answer(Score score);
    }
}
