package dev.fermata.flat.revision;

import dev.fermata.document.Document;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FileLinks;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.score.ScoreUpload;
import dev.fermata.flat.task.TaskView;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireTime;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import dev.fermata.vendor.Operation.Trait;
import dev.fermata.vendor.Purpose;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of a score of Flat's. */
public final class RevisionOperations {
    private final FlatOptions options;

    private RevisionOperations(FlatOptions options) {
        this.options = options;
    }

    /** The operations of revisions, of their files and of exports. */
    public static List<FlatOperation> operations(FlatOptions options, FileLinks links) {
        var revisions = new RevisionOperations(options);
        var files = new RevisionFiles(links);
        var exports = new ExportTasks(new TaskView(links));
        return List.of(
                FlatOperation.of(
                                "getScoreRevisions",
                                Purpose.LIST,
                                revisions::getScoreRevisions,
                                "scores",
                                "scores.readonly")
                        .open(),
                FlatOperation.of("createScoreRevision", Purpose.OTHER, revisions::createScoreRevision, "scores"),
                FlatOperation.of(
                                "getScoreRevision",
                                Purpose.OTHER,
                                revisions::getScoreRevision,
                                "scores",
                                "scores.readonly")
                        .open(),
                FlatOperation.of(
                                "getScoreRevisionData",
                                Purpose.DOWNLOAD,
                                files::getScoreRevisionData,
                                "scores",
                                "scores.readonly")
                        .open(),
                FlatOperation.of(
                                "createExportTask",
                                Purpose.START,
                                exports::createExportTask,
                                "scores",
                                "scores.readonly")
                        .with(Trait.EXPORTS));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = "The newest revision comes first", reason = "the vendor sorts by modification, and not how")
    Reply getScoreRevisions(FlatCall call) {
        Score score = call.readableScore();
        List<Revision> newestFirst = new ArrayList<>(score.revisions());
        Collections.reverse(newestFirst);
        return Reply.json(200, newestFirst.stream().map(r -> wire(score, r)).toList());
    }

    @Documented(source = "OpenAPI 2.24.0")
    Reply getScoreRevision(FlatCall call) {
        Score score = call.readableScore();
        return Reply.json(200, wire(score, call.revisionOf(score)));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "A new revision must be MusicXML, plain or compressed, or MIDI",
            reason = "Flat's own JSON has no reader here")
    Reply createScoreRevision(FlatCall call) throws IOException {
        String id = call.ownScore().id();
        RevisionCreationJson request = call.body(RevisionCreationJson.class, options.mostRequestBytes());
        if (request.data() == null) {
            throw new FlatRefusal(FlatErrors.badRequest("The data of the revision is missing", "data"));
        }
        try (ScoreUpload upload = ScoreUpload.receive(call, request.data(), request.dataEncoding())) {
            Revision revision = revision(request, Summary.of(upload.piece()), upload.document(), call);
            Score changed = call.world()
                    .scores()
                    .change(id, score -> score.with(revision))
                    .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("Score")));
            upload.keep();
            return Reply.json(200, wire(changed, revision));
        }
    }

    private static Revision revision(RevisionCreationJson request, Summary summary, Document document, FlatCall call) {
        return new Revision(
                call.newId(),
                call.now(),
                Optional.ofNullable(request.description()).orElse(""),
                Boolean.TRUE.equals(request.autosave()),
                Content.uploaded(document),
                summary);
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
