package dev.fermata.scoreflow.conversion;

import dev.fermata.document.Document;
import dev.fermata.document.Upload;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.document.facts.Facts;
import dev.fermata.exchange.About;
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
import dev.fermata.scoreflow.ScoreFlowCall;
import dev.fermata.scoreflow.ScoreFlowErrors;
import dev.fermata.scoreflow.ScoreFlowOperation;
import dev.fermata.scoreflow.ScoreFlowOperation.Limit;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.scoreflow.ScoreFlowRefusal;
import dev.fermata.scoreflow.ScoreFlowRules;
import dev.fermata.vendor.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** ScoreFlow's three operations. */
public final class Conversions {
    /** Room for the form around the file. */
    public static final long MOST_FORM_BYTES = ScoreFlowOptions.MOST_FILE_BYTES + (1 << 20);

    /** In characters; file systems end at 255 bytes. */
    private static final int LONGEST_NAME = 100;

    /** All operations, in the vendor's order. */
    public static List<ScoreFlowOperation> operations() {
        var conversions = new Conversions();
        return List.of(
                ScoreFlowOperation.of(
                        "POST", "/api/convert", "convert", Purpose.SUBMIT, Limit.SUBMISSIONS, conversions::convert),
                ScoreFlowOperation.of(
                        "GET",
                        "/api/convert/status/{conversionId}",
                        "status",
                        Purpose.POLL,
                        Limit.POLLS,
                        conversions::status),
                ScoreFlowOperation.of(
                        "GET",
                        "/api/convert/download/{conversionId}",
                        "download",
                        Purpose.DOWNLOAD,
                        Limit.POLLS,
                        conversions::download));
    }

    @Documented(source = "Convert PDF to MIDI/MusicXML")
    @Assumed(
            behaviour = "The file is looked at first, then the type, then the credits",
            reason = "the vendor does not say which of two errors wins")
    Reply convert(ScoreFlowCall call) throws IOException {
        try (MultipartForm form = call.form(MOST_FORM_BYTES)) {
            FilePart pdf = pdf(form);
            Format type = form.text("type")
                    .flatMap(Conversions::formatOf)
                    .orElseThrow(() -> new ScoreFlowRefusal(ScoreFlowErrors.badType()));
            return convert(call, pdf, type);
        }
    }

    private static FilePart pdf(MultipartForm form) {
        FilePart pdf = form.file("pdf")
                .filter(file -> file.size() > 0)
                .orElseThrow(() -> new ScoreFlowRefusal(ScoreFlowErrors.noFile()));
        if (pdf.size() > ScoreFlowOptions.MOST_FILE_BYTES) {
            throw new ScoreFlowRefusal(ScoreFlowErrors.tooLarge());
        }
        return pdf;
    }

    @Documented(source = "Check Conversion Status")
    Reply status(ScoreFlowCall call) {
        Job job = call.ownConversion();
        JobState state =
                call.jobs().clients().poll(job).orElseThrow(() -> new ScoreFlowRefusal(ScoreFlowErrors.notFound()));
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
        Job job = call.ownConversion();
        return switch (job.resultAt(call.now())) {
            case NOT_READY ->
                throw new ScoreFlowRefusal(ScoreFlowErrors.notCompleted(
                        ConversionView.statusOf(job.stateAt(call.now()).kind())));
            case MISSING -> throw new ScoreFlowRefusal(ScoreFlowErrors.notFound());
            case READY -> file(job);
        };
    }

    private static Reply file(Job job) {
        Format format = job.order().format().orElseThrow();
        return Reply.file(format.contentType(), job.content().as(format))
                .with("Content-Disposition", ContentDisposition.asciiAttachment(fileName(job, format)));
    }

    private static Reply convert(ScoreFlowCall call, FilePart pdf, Format type) throws IOException {
        try (Upload upload = call.world().documents().receive();
                InputStream bytes = pdf.open()) {
            bytes.transferTo(upload);
            call.received(upload, pdf.fileName());
            requirePdf(upload.facts());
            Document document = upload.keep();
            Submission submission =
                    call.jobs().submit(order(call, type), List.of(new InputFile(document, pdf.fileName())));
            if (submission instanceof Submission.Refused refused) {
                call.world().documents().release(document);
                throw new ScoreFlowRefusal(ScoreFlowErrors.of(refused.refusal()));
            }
            Submission.Accepted accepted = (Submission.Accepted) submission;
            return Reply.json(202, ConversionView.queued(accepted, call))
                    .about(new About(accepted.job(), JobState.Kind.QUEUED));
        }
    }

    private static void requirePdf(Facts facts) {
        if (facts.format() != Facts.Format.PDF) {
            throw new ScoreFlowRefusal(ScoreFlowErrors.notPdf());
        }
        facts.problem().ifPresent(problem -> {
            throw new ScoreFlowRefusal(ScoreFlowErrors.of(problem));
        });
    }

    private static Order order(ScoreFlowCall call, Format type) {
        Order order = new Order(
                ScoreFlowRules.newId(call.world()),
                Order.Kind.CONVERSION,
                call.account(),
                Order.Terms.of(ScoreFlowRules.TARIFF),
                Wishes.in(call.scenario()));
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
