package dev.fermata.flat.score;

import dev.fermata.document.Document;
import dev.fermata.document.Upload;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.EmbeddedFile;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.DecodedText;
import dev.fermata.score.content.Content;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file inside of a request, on its way into a score. */
public final class FileUpload {
    private static final String BASE64 = "base64";

    private FileUpload() {}

    /** What is done with a file that was read. */
    @FunctionalInterface
    public interface Use {
        Reply answer(Document document, Piece piece);
    }

    /** Writes the data of a request, decoded as it says; false when it names an encoding that there is none of. */
    public static boolean write(EmbeddedFile data, @Nullable String encoding, Upload upload) throws IOException {
        if (encoding == null) {
            DecodedText text = new DecodedText(upload);
            data.writeText(text);
            text.finish();
            return true;
        }
        if (encoding.equals(BASE64)) {
            data.writeDecoded(upload, "data");
            return true;
        }
        return false;
    }

    /** Reads a file of MusicXML or MIDI and uses it; it is kept only if that ends well. */
    public static Reply accept(FlatCall call, Upload upload, Use use) throws IOException {
        Document document = upload.keep();
        Reply reply = read(document, use);
        if (reply.status() != 200) {
            call.world().documents().release(document);
        }
        return reply;
    }

    private static Reply read(Document document, Use use) throws IOException {
        try {
            return use.answer(document, Content.read(document));
        } catch (UnreadableScoreException unreadable) {
            return FlatErrors.badRequest("The file is not a valid score: " + unreadable.reason(), "data");
        }
    }
}
