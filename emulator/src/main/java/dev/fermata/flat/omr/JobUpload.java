package dev.fermata.flat.omr;

import dev.fermata.document.Document;
import dev.fermata.document.Upload;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.http.request.BadBody;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.job.order.InputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a request on their way into a job; closed without being kept, they leave nothing behind. */
final class JobUpload implements AutoCloseable {
    private final FlatCall call;
    private final long mostBytes;
    private final List<InputFile> files = new ArrayList<>();
    private boolean kept;

    JobUpload(FlatCall call, long mostBytes) {
        this.call = call;
        this.mostBytes = mostBytes;
    }

    /**
     * Takes one in.
     *
     * @throws BadBody if it is missing, too large, not Base64, or nothing that can be read
     */
    @Documented(
            behaviour =
                    "The type of a file is read from its content; a declared mimeType or extension is not looked at",
            source = "npm flat-api 1.0.1, OmrJobFileUpload.d.ts")
    @Assumed(
            behaviour =
                    "A file of a type that is not accepted is refused with 400, one that is too large with 413; a damaged"
                            + " or password-protected one is taken as one page, and fails its job",
            reason = "the vendor has error codes of jobs for files that cannot be read, and advertises types and size")
    @Assumed(
            behaviour =
                    "Each page of a TIFF and each frame of an animated GIF or WebP is a page; any other picture is one,"
                            + " and smaller copies inside a TIFF are none",
            reason = "the vendor names multi-page TIFF and animated GIF and WebP, and no more")
    InputFile add(OmrFileJson request) throws IOException {
        EmbeddedFile data = request == null ? null : request.file();
        if (data == null) {
            throw new BadBody(BadBody.Kind.MALFORMED, "The data of the file is missing", "file");
        }
        try (Upload upload = call.world().documents().receive()) {
            data.writeDecoded(upload, "file");
            if (upload.size() > mostBytes) {
                throw new BadBody(BadBody.Kind.TOO_LARGE, "The file is larger than " + mostBytes + " bytes", "file");
            }
            String name = Optional.ofNullable(request.filename()).orElse("");
            call.received(upload, name);
            if (!Capabilities.ACCEPTED.contains(upload.facts().format())) {
                throw new BadBody(BadBody.Kind.MALFORMED, "The file is neither a PDF nor an image", "file");
            }
            Document document = upload.keep();
            InputFile file = new InputFile(document, name);
            files.add(file);
            return file;
        }
    }

    List<InputFile> files() {
        return files;
    }

    /** The job has them now. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (!kept) {
            files.forEach(file -> call.world().documents().release(file.document()));
        }
    }
}
