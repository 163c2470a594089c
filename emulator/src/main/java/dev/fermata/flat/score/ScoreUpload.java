package dev.fermata.flat.score;

import dev.fermata.document.Document;
import dev.fermata.document.Upload;
import dev.fermata.document.facts.Facts;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.DecodedText;
import dev.fermata.score.content.Content;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file in a request on its way into a score. Closing it removes the file, unless it is kept. */
public final class ScoreUpload implements AutoCloseable {
    private static final String BASE64 = "base64";

    private final FlatCall call;
    private final Upload upload;
    private @Nullable Document document;
    private boolean kept;

    private ScoreUpload(FlatCall call, Upload upload) {
        this.call = call;
        this.upload = upload;
    }

    /**
     * Takes the data of a request in.
     *
     * @param encoding the {@code dataEncoding}: base64, or null for text
     * @throws FlatRefusal with 400 if the encoding is unknown
     */
    public static ScoreUpload receive(FlatCall call, EmbeddedFile data, @Nullable String encoding) throws IOException {
        ScoreUpload received = new ScoreUpload(call, call.world().documents().receive());
        try {
            received.write(data, encoding);
            return received;
        } catch (IOException | RuntimeException failed) {
            received.close();
            throw failed;
        }
    }

    /** Its size in bytes, decoded. */
    public long size() {
        return upload.size();
    }

    public Facts facts() throws IOException {
        return upload.facts();
    }

    /** Tells scenarios of the file. */
    void announce(String fileName) throws IOException {
        call.received(upload, fileName);
    }

    /** The file as a document, which {@link #keep} keeps. */
    public Document document() throws IOException {
        if (document == null) {
            document = upload.keep();
        }
        return document;
    }

    /**
     * The music in a file of MusicXML or MIDI.
     *
     * @throws FlatRefusal with 400 if it cannot be read
     */
    public Piece piece() throws IOException {
        try {
            return Content.read(document());
        } catch (UnreadableScoreException unreadable) {
            throw new FlatRefusal(
                    FlatErrors.badRequest("The file is not a valid score: " + unreadable.reason(), "data"));
        }
    }

    /** A score or a job has the document now. */
    public void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (document != null && !kept) {
            call.world().documents().release(document);
        }
        upload.close();
    }

    private void write(EmbeddedFile data, @Nullable String encoding) throws IOException {
        if (encoding == null) {
            DecodedText text = new DecodedText(upload);
            data.writeText(text);
            text.finish();
        } else if (encoding.equals(BASE64)) {
            data.writeDecoded(upload, "data");
        } else {
            throw new FlatRefusal(FlatErrors.badRequest("The dataEncoding must be base64", "dataEncoding"));
        }
    }
}
