package dev.fermata.scoreflow;

import dev.fermata.document.Document;
import dev.fermata.document.Facts;
import dev.fermata.document.Upload;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.ContentDisposition;
import dev.fermata.http.MultipartForm;
import dev.fermata.http.MultipartForm.FilePart;
import dev.fermata.http.Reply;
import dev.fermata.job.InputFile;
import dev.fermata.job.Job;
import dev.fermata.job.JobState;
import dev.fermata.job.Order;
import dev.fermata.job.Submission;
import dev.fermata.job.Wishes;
import dev.fermata.score.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** ScoreFlow's three operations. */
final class Conversions {
    /** Room for the form around the file. */
    private static final long MOST_FORM_BYTES = ScoreFlowOptions.MOST_FILE_BYTES + (1 << 20);

    /** In characters; file systems end at 255 bytes. */
    private static final int LONGEST_NAME = 100;

    private final Path temporary;

    Conversions(Path temporary) {
        this.temporary = temporary;
    }

    @Documented(source = "Convert PDF to MIDI/MusicXML")
    @Assumed(
            behaviour = "The file is looked at first, then the type, then the credits",
            reason = "the vendor does not say which of two errors wins")
    Reply convert(ScoreFlowCall call) throws IOException {
        try (MultipartForm form = MultipartForm.receive(call.ctx(), MOST_FORM_BYTES, temporary)) {
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
        Optional<Job> job = call.conversion();
        if (job.isEmpty()) {
            return ScoreFlowErrors.notFound();
        }
        JobState state = call.jobs().poll(job.get());
        return Reply.json(200, ConversionView.status(job.get(), state, call));
    }

    @Documented(source = "Download Converted File")
    @Assumed(
            behaviour = "The file is named by its title, in ASCII and up to 100 characters",
            reason = "the vendor says that there is a name, not which; its samples read nothing but filename=")
    Reply download(ScoreFlowCall call) {
        Optional<Job> found = call.conversion();
        if (found.isEmpty()) {
            return ScoreFlowErrors.notFound();
        }
        Job job = found.get();
        JobState.Kind kind = job.stateAt(call.now()).kind();
        if (kind != JobState.Kind.DONE) {
            return ScoreFlowErrors.notCompleted(ConversionView.statusOf(kind));
        }
        Format format = job.order().format().orElseThrow();
        return Reply.file(format.contentType(), job.content().as(format))
                .with("Content-Disposition", ContentDisposition.asciiAttachment(fileName(job, format)));
    }

    private Reply convert(ScoreFlowCall call, FilePart pdf, Format type) throws IOException {
        try (Upload upload = call.world().documents().receive();
                InputStream bytes = pdf.open()) {
            bytes.transferTo(upload);
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
                return Reply.json(202, ConversionView.queued(accepted, call));
            }
            call.world().documents().release(document);
            return ScoreFlowErrors.of(((Submission.Refused) submission).refusal());
        }
    }

    private static Order order(ScoreFlowCall call, Format type) {
        String id = "api_" + call.world().ids().alphanumeric(8) + "_"
                + call.world().ids().alphanumeric(5);
        return new Order(
                id,
                Order.Kind.CONVERSION,
                call.account(),
                Optional.empty(),
                Order.Terms.of(ScoreFlowOptions.TARIFF),
                Wishes.NONE,
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Format> formatOf(String type) {
        return switch (type.strip()) {
            case "midi" -> Optional.of(Format.MIDI);
            case "musicxml" -> Optional.of(Format.XML);
            default -> Optional.empty();
        };
    }

    private static String fileName(Job job, Format format) {
        String title = job.title();
        int end = title.offsetByCodePoints(0, Math.min(LONGEST_NAME, title.codePointCount(0, title.length())));
        return title.substring(0, end) + "." + extensionOf(format);
    }

    private static String extensionOf(Format format) {
        return format == Format.MIDI ? "mid" : "musicxml";
    }
}
