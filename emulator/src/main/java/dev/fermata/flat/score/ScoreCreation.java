package dev.fermata.flat.score;

import dev.fermata.document.facts.Facts;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.CollectionNames;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.FlatRules;
import dev.fermata.flat.task.TaskView;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.job.Job;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Wishes;
import dev.fermata.notation.Piece;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Sharing;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import dev.fermata.score.content.Titles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code POST /scores}: a PDF becomes a task, MusicXML or MIDI a score, a builder's order a blank score. */
final class ScoreCreation {
    /** Who is to see a new score, and the collection it is to go to. */
    private record Wish(Sharing sharing, Optional<String> collection) {}

    private static final String WITHOUT_DATA =
            "A score posted without data, builderData and source is answered 400, also with a title";

    private final FlatOptions options;

    ScoreCreation(FlatOptions options) {
        this.options = options;
    }

    @Documented(source = "Importing PDFs with OMR; OpenAPI 2.24.0")
    @Documented(
            behaviour = "The title is the given one, else the file's own, else the file's name, else New Music Score",
            source = "OpenAPI 2.24.0, ScoreCreationCommon")
    @Assumed(
            behaviour = "A title has 500 characters at most; the name of a file gives it without the extension",
            reason = "the vendor may trim a title, and does not say where")
    @Assumed(
            behaviour = WITHOUT_DATA,
            reason = "the schema requires none of the three, and the guide shows no such request")
    Reply createScore(FlatCall call) throws IOException {
        ScoreCreationJson request = call.body(ScoreCreationJson.class, options.mostRequestBytes());
        Wish wish = new Wish(sharing(request, call), CollectionNames.forNewScore(call, request.collection()));
        if (request.builderData() != null) {
            return createBlank(call, request, wish);
        }
        if (request.source() != null) {
            throw new FlatRefusal(FlatErrors.notEmulated("imports from Google Drive"));
        }
        if (request.data() == null) {
            throw new FlatRefusal(FlatErrors.badRequest("The data of the score is missing", "data")
                    .assuming(WITHOUT_DATA));
        }
        return importFile(call, request, request.data(), wish);
    }

    private static Reply createBlank(FlatCall call, ScoreCreationJson request, Wish wish) {
        Piece piece = BlankScores.of(request)
                .orElseThrow(() -> new FlatRefusal(FlatErrors.badRequest(BlankScores.WHAT_IS_NEEDED, "builderData")));
        return create(call, wish, piece, Content.made(piece), piece.title());
    }

    private Reply importFile(FlatCall call, ScoreCreationJson request, EmbeddedFile data, Wish wish)
            throws IOException {
        try (ScoreUpload upload = ScoreUpload.receive(call, data, request.dataEncoding())) {
            if (upload.size() > options.mostFileBytes()) {
                throw new FlatRefusal(FlatErrors.tooLarge(options.mostFileBytes()));
            }
            upload.announce(fileName(request));
            refuseUnread(upload.facts().format(), request);
            return upload.facts().format() == Facts.Format.PDF
                    ? importPdf(call, request, upload, wish)
                    : importScore(call, request, upload, wish);
        }
    }

    private static void refuseUnread(Facts.Format format, ScoreCreationJson request) {
        UnreadFormats.notRead(format, fileName(request)).ifPresent(unread -> {
            throw new FlatRefusal(FlatErrors.notEmulated("imports of " + unread));
        });
        Optional<String> problem = switch (format) {
            case PDF, XML, ZIP, MIDI -> Optional.empty();
            case EMPTY -> Optional.of("The data of the score is empty");
            case JPEG, PNG, TIFF, GIF, WEBP, HEIC, BMP, OTHER ->
                Optional.of("The format of the file is not supported; binary files need dataEncoding base64");
        };
        problem.ifPresent(message -> {
            throw new FlatRefusal(FlatErrors.badRequest(message, "data"));
        });
    }

    @Documented(
            behaviour = "A PDF without supportsTasks is answered 400, with it 202 and a task",
            source = "Importing PDFs with OMR, Step 1")
    private static Reply importPdf(FlatCall call, ScoreCreationJson request, ScoreUpload upload, Wish wish)
            throws IOException {
        if (!Boolean.TRUE.equals(request.supportsTasks())) {
            throw new FlatRefusal(
                    FlatErrors.badRequest("A PDF needs supportsTasks, as it is imported by a task", "supportsTasks"));
        }
        upload.facts().problem().ifPresent(problem -> {
            throw new FlatRefusal(FlatErrors.of(problem));
        });
        InputFile file = new InputFile(upload.document(), fileName(request));
        Job job = FlatCall.accepted(call.jobs().submit(order(call, request, wish), List.of(file)));
        upload.keep();
        return TaskView.created(202, job);
    }

    private static Order order(FlatCall call, ScoreCreationJson request, Wish wish) {
        Order order = new Order(
                call.newId(),
                Order.Kind.IMPORT,
                call.account(),
                Order.Terms.of(FlatRules.TARIFF),
                Wishes.in(call.scenario()));
        var draft = new ScoreDraft(call.newId(), call.newId(), wish.sharing(), wish.collection());
        return order.titled(Optional.ofNullable(request.title())).yielding(Optional.of(draft));
    }

    @Documented(
            behaviour = "MusicXML, plain or compressed, is imported at once: 200 and the score",
            source = "Importing PDFs with OMR, Branch on the HTTP status")
    @Documented(behaviour = "MIDI is imported at once too", source = "OpenAPI 2.24.0, createScore")
    @Assumed(
            behaviour = "Of MIDI each channel of each track is a part; what was played by hand is moved to sixteenths,"
                    + " triplets, or half of these; a grand staff divides at middle C, unless two tracks of one channel"
                    + " are its hands",
            reason = "MIDI has neither staves nor note values, and the vendor does not say how it chooses them")
    @Assumed(
            behaviour = "The title of MIDI is the name of its first track, unless that track plays beside others",
            reason = "the standard calls it the title; notation programs name the first part so")
    @Assumed(
            behaviour = "A title given with a file shows in the details; the exported files keep their own",
            reason = "what a client put in, it gets out")
    private static Reply importScore(FlatCall call, ScoreCreationJson request, ScoreUpload upload, Wish wish)
            throws IOException {
        Piece piece = upload.piece();
        String title = title(request, Optional.of(piece.title()));
        Reply created = create(call, wish, piece, Content.uploaded(upload.document()), title);
        upload.keep();
        return created;
    }

    private static Reply create(FlatCall call, Wish wish, Piece piece, Content content, String title) {
        String id = call.newId();
        Summary summary = Summary.of(piece); // before the change, which must be short
        return call.world().tables().change(() -> {
            if (!call.world().scores().hasRoom(call.account(), call.now())) {
                throw new FlatRefusal(FlatErrors.overQuota());
            }
            Revision first = Revision.of(call.newId(), call.now(), content, summary);
            Score score = Score.of(id, call.account().id(), title, wish.sharing(), first);
            call.world().library().add(score, wish.collection());
            return ScoreView.stamped(Reply.json(200, ScoreView.of(score, call)), first);
        });
    }

    private static String title(ScoreCreationJson request, Optional<String> own) {
        return Titles.choose(List.of(Optional.ofNullable(request.title()), own, Titles.ofFile(fileName(request))));
    }

    private static String fileName(ScoreCreationJson request) {
        return Optional.ofNullable(request.filename()).orElse("");
    }

    private static Sharing sharing(ScoreCreationJson request, FlatCall call) {
        Sharing.Privacy privacy = ScoreView.privacyOf(
                        Optional.ofNullable(request.privacy()).orElse("private"))
                .orElseThrow(() -> new FlatRefusal(
                        FlatErrors.badRequest("The privacy is not one of the modes of a score", "privacy")));
        return new Sharing(
                privacy,
                privacy == Sharing.Privacy.PRIVATE_LINK ? Optional.of(call.newSharingKey()) : Optional.empty());
    }
}
