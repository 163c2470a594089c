package dev.fermata.flat.score;

import dev.fermata.document.Upload;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.wire.RevisionCreationJson;
import dev.fermata.flat.wire.RevisionJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireTime;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.http.request.Json;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of a score of Flat's. */
public final class RevisionOperations {
    private final FlatOptions options;

    public RevisionOperations(FlatOptions options) {
        this.options = options;
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = "The newest revision comes first", reason = "the vendor sorts by modification, and not how")
    public Reply getScoreRevisions(FlatCall call) throws IOException {
        return ScoreOperations.read(call, score -> {
            List<Revision> newestFirst = new ArrayList<>(score.revisions());
            Collections.reverse(newestFirst);
            return Reply.json(200, newestFirst.stream().map(r -> wire(score, r)).toList());
        });
    }

    @Documented(source = "OpenAPI 2.24.0")
    public Reply getScoreRevision(FlatCall call) throws IOException {
        return ScoreOperations.read(
                call,
                score -> score.revision(call.path("revision"))
                        .map(revision -> Reply.json(200, wire(score, revision)))
                        .orElseGet(() -> FlatErrors.notFound("Revision")));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A new revision must be MusicXML, plain or compressed, or MIDI",
            reason = "Flat's own JSON has no reader here")
    public Reply createScoreRevision(FlatCall call) throws IOException {
        return ScoreOperations.own(call, score -> create(call, score));
    }

    private Reply create(FlatCall call, Score before) throws IOException {
        try (Body body = Body.receive(call.ctx(), options.mostRequestBytes());
                Upload upload = call.world().documents().receive()) {
            RevisionCreationJson request = Json.read(call.ctx(), body, RevisionCreationJson.class);
            EmbeddedFile data = request.data();
            if (data == null) {
                return FlatErrors.badRequest("The data of the revision is missing", "data");
            }
            if (!FileUpload.write(data, request.dataEncoding(), upload)) {
                return FlatErrors.badRequest("The dataEncoding must be base64", "dataEncoding");
            }
            return FileUpload.accept(call, upload, (document, piece) -> {
                Revision revision = new Revision(
                        call.newId(),
                        call.now(),
                        Optional.ofNullable(request.description()).orElse(""),
                        Boolean.TRUE.equals(request.autosave()),
                        Content.uploaded(document),
                        Summary.of(piece));
                return call.world()
                        .scores()
                        .change(before.id(), score -> score.with(revision))
                        .map(score -> Reply.json(200, wire(score, revision)))
                        .orElseGet(() -> FlatErrors.notFound("Score"));
            });
        }
    }

    @Observed(
            behaviour = "A revision has user, collaborators, autosave and statistics, the last of them empty",
            source = "answers seen in 2020")
    private static RevisionJson wire(Score score, Revision revision) {
        return new RevisionJson(
                revision.id(),
                score.owner(),
                List.of(),
                score.id(),
                WireTime.of(revision.at()),
                revision.description().isEmpty() ? null : revision.description(),
                revision.autosave(),
                Map.of());
    }
}
