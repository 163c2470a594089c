package dev.fermata.flat.omr;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.answer.ContentDisposition;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.job.Job;
import dev.fermata.job.order.Addition;
import dev.fermata.job.order.InputFile;
import dev.fermata.score.content.Format;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** What goes into a job, and what comes out. */
final class JobFiles {
    /** The formats of a result, in Flat's words. */
    static final List<String> EXPORTS = List.of("musicxml", "mxl", "midi", "thumbnail.png");

    private final FlatOptions options;

    JobFiles(FlatOptions options) {
        this.options = options;
    }

    @Documented(source = "OpenAPI 2.24.0")
    Reply addOmrJobFile(FlatCall call) throws IOException {
        Job job = call.ownJob();
        long mostBytes = options.omrWith(call.account().plan()).fileBytes();
        OmrFileJson request = call.body(OmrFileJson.class, EmbeddedFile.mostRequestBytes(mostBytes));
        try (JobUpload received = new JobUpload(call, mostBytes)) {
            Addition addition = call.jobs().add(job, received.add(request));
            FlatRefusal.throwIfAny(addition.refusal());
            received.keep();
            return Reply.json(200, new OmrFileResultJson(addition.files() - 1, addition.files()));
        }
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "An input file is answered as it was sent, with the type of its content",
            reason = "the schema names image/jpeg alone, and the words a page image or PDF")
    Reply getOmrJobFile(FlatCall call) throws IOException {
        Job job = call.ownJob();
        requireUnexpired(job, call);
        InputFile file = Optional.of(call.path("index"))
                .filter(digits -> digits.matches("0|[1-9]\\d{0,8}"))
                .map(Integer::valueOf)
                .filter(index -> index < job.files().size())
                .map(index -> job.files().get(index))
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("File")));
        return content(file, job, call);
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour =
                    "Where a scenario leaves a job that is done without its result, exports is empty and each of them"
                            + " 404; while it lets the result come late, they are 409 OMR_JOB_NOT_DONE",
            reason = "the vendor knows no such jobs")
    Reply getOmrJobExport(FlatCall call) {
        Job job = call.ownJob();
        requireUnexpired(job, call);
        return switch (job.resultAt(call.now())) {
            case NOT_READY -> throw new FlatRefusal(FlatErrors.notDone());
            case MISSING -> throw new FlatRefusal(FlatErrors.notFound("Export"));
            case READY -> export(job, call.path("format"));
        };
    }

    private static void requireUnexpired(Job job, FlatCall call) {
        if (job.erasedAt(call.now()).isPresent()) {
            throw new FlatRefusal(FlatErrors.expired());
        }
    }

    private static Reply content(InputFile file, Job job, FlatCall call) throws IOException {
        try {
            return Reply.file(
                    file.document().facts().format().mediaType(),
                    file.document().bytes());
        } catch (NoSuchFileException gone) {
            // Erased since we looked, given up for newer ones, or deleted with the score that came of it.
            return job.erasedAt(call.world().clock().instant()).isPresent()
                    ? FlatErrors.expired()
                    : FlatErrors.notFound("File");
        }
    }

    @Documented(
            behaviour = "An export is named by its title, in any script, with .xml, .mxl or .mid",
            source = "OpenAPI 2.24.0, getOmrJobExport")
    private static Reply export(Job job, String name) {
        if (!EXPORTS.contains(name)) {
            throw new FlatRefusal(FlatErrors.notFound("Format"));
        }
        Format format =
                name.equals("musicxml") ? Format.XML : Format.labelled(name).orElseThrow();
        String extension = switch (format) {
            case XML -> ".xml";
            case MXL -> ".mxl";
            case MIDI -> ".mid";
            case THUMBNAIL -> ".png";
        };
        return Reply.file(format.contentType(), job.content().as(format))
                .with("Content-Disposition", ContentDisposition.attachment(job.title() + extension));
    }
}
