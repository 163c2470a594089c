package dev.fermata.scoreflow;

import dev.fermata.document.Document;
import dev.fermata.document.Upload;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.document.facts.Facts;
import dev.fermata.exchange.About;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.answer.ContentDisposition;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.MultipartForm;
import dev.fermata.http.request.MultipartForm.FilePart;
import dev.fermata.job.Job;
import dev.fermata.job.Submission;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.content.Format;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ScoreFlow's three operations. */
final class Conversions {
    /** Room for the form around the file. */
    static final long MOST_FORM_BYTES = ScoreFlowOptions.MOST_FILE_BYTES + (1 << 20);

    /** In characters; file systems end at 255 bytes. */
    private static final int LONGEST_NAME = 100;

    @Documented(source = "Convert PDF to MIDI/MusicXML")
    @Assumed(
            behaviour = "The file is looked at first, then the type, then the credits",
            reason = "the vendor does not say which of two errors wins")
    Reply convert(ScoreFlowCall call) throws IOException {
        try (MultipartForm form = MultipartForm.receive(call.ctx(), MOST_FORM_BYTES)) {
            Optional<FilePart> pdf = form.file("pdf");
            Optional<Format> type = form.text("type").flatMap(Conversions::formatOf);
            if (pdf.isEmpty() || pdf.get().size() == 0) {
                return ScoreFlowErrors.noFile();
            }
            if (pdf.get().size() > ScoreFlowOptions.MOST_FILE_BYTES) {
                return ScoreFlowErrors.tooLarge();
            }
            return type.isEmpty() ? ScoreFlowErrors.badType() : convert(call, pdf.get(), type.get());
        }
    }

    @Documented(source = "Check Conversion Status")
    Reply status(ScoreFlowCall call) {
        return call.conversion()
                .flatMap(job -> call.jobs().poll(job).map(state -> told(job, state, call)))
                .orElseGet(ScoreFlowErrors::notFound);
    }

    private static Reply told(Job job, JobState state, ScoreFlowCall call) {
        return Reply.json(200, ConversionView.status(job, state, call)).about(new About(job, state.kind()));
    }

    @Documented(source = "Download Converted File")
    @Assumed(
            behaviour = "The file is named by its title, in ASCII and up to 100 characters",
            reason = "the vendor says that there is a name, not which; its samples read nothing but filename=")
    @Assumed(
            behaviour = "Where a scenario leaves a completed conversion without its file, the download is answered 404;"
                    + " while it lets the file come late, 400 with currentStatus completed",
            reason = "the vendor shows both errors, and neither case")
    Reply download(ScoreFlowCall call) {
        return call.conversion().map(job -> download(job, call.now())).orElseGet(ScoreFlowErrors::notFound);
    }

    private static Reply download(Job job, Instant now) {
        return switch (job.resultAt(now)) {
            case NOT_READY ->
                ScoreFlowErrors.notCompleted(
                        ConversionView.statusOf(job.stateAt(now).kind()));
            case MISSING -> ScoreFlowErrors.notFound();
            case READY -> file(job);
        };
    }

    private static Reply file(Job job) {
        Format format = job.order().format().orElseThrow();
        return Reply.file(format.contentType(), job.content().as(format))
                .with("Content-Disposition", ContentDisposition.asciiAttachment(fileName(job, format)));
    }

    private Reply convert(ScoreFlowCall call, FilePart pdf, Format type) throws IOException {
        try (Upload upload = call.world().documents().receive();
                InputStream bytes = pdf.open()) {
            bytes.transferTo(upload);
            call.call().received(upload, pdf.fileName());
            Facts facts = upload.facts();
            if (facts.format() != Facts.Format.PDF) {
                return ScoreFlowErrors.notPdf();
            }
            if (facts.problem().isPresent()) {
                return ScoreFlowErrors.of(facts.problem().get());
            }
            Document document = upload.keep();
            Submission submission =
                    call.jobs().submit(order(call, type), List.of(new InputFile(document, pdf.fileName())));
            if (submission instanceof Submission.Accepted accepted) {
                return Reply.json(202, ConversionView.queued(accepted, call))
                        .about(new About(accepted.job(), JobState.Kind.QUEUED));
            }
            call.world().documents().release(document);
            return ScoreFlowErrors.of(((Submission.Refused) submission).refusal());
        }
    }

    private static Order order(ScoreFlowCall call, Format type) {
        Order order = new Order(
                ScoreFlowApi.newId(call.world()),
                Order.Kind.CONVERSION,
                call.account(),
                Order.Terms.of(ScoreFlowOptions.TARIFF),
                Wishes.in(ScenarioPlayer.named(call.ctx())));
        return order.in(type);
    }

    private static Optional<Format> formatOf(String type) {
        return switch (type.strip()) {
            case "midi" -> Optional.of(Format.MIDI);
            case "musicxml" -> Optional.of(Format.XML);
            default -> Optional.empty();
        };
    }

    private static String fileName(Job job, Format format) {
        return Excerpt.of(job.title(), LONGEST_NAME) + "." + extensionOf(format);
    }

    private static String extensionOf(Format format) {
        return format == Format.MIDI ? "mid" : "musicxml";
    }
}
