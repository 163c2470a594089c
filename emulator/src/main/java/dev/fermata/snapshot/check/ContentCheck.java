package dev.fermata.snapshot.check;

import dev.fermata.document.Document;
import dev.fermata.document.facts.Facts;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Corrections;
import dev.fermata.world.UnfitFilling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what stands in scores and answers; what was uploaded must be readable. */
final class ContentCheck {
    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_PAGES = 1_000_000;
    private static final int MOST_PARTS = 500;

    private final DocumentCheck documents;
    private final Set<String> readable = new HashSet<>();

    ContentCheck(DocumentCheck documents) {
        this.documents = documents;
    }

    void answer(Place place, Answer answer) {
        place.at("score").require(answer.score() instanceof Content.Uploaded, "must be an uploaded score");
        content(place.at("score"), answer.score());
    }

    void content(Place place, Content content) {
        if (content instanceof Content.Uploaded uploaded) {
            uploaded(place.at("file"), uploaded);
        } else if (content instanceof Content.Imagined imagined) {
            sheets(place.at("documents"), imagined.documents());
            corrections(place.at("corrections"), imagined.corrections());
        } else if (content instanceof Content.Supplied supplied) {
            place.at("answer").require(supplied.answer() instanceof Content.Uploaded, "must be an uploaded score");
            content(place.at("answer"), supplied.answer());
            sheets(place.at("documents"), supplied.documents());
            corrections(place.at("corrections"), supplied.corrections());
        } else if (content instanceof Content.Made made) {
            PieceCheck.check(place.at("piece"), made.piece());
        }
    }

    static void corrections(Place place, Corrections corrections) {
        Place parts = place.at("parts");
        corrections.parts().forEach((part, known) -> {
            parts.at("" + part).range(part, 0, MOST_PARTS - 1);
            known.program().ifPresent(program -> parts.at(part).at("program").range(program, 0, 127));
            known.key().ifPresent(key -> parts.at(part).at("key").at("alter").range(key.alter(), -1, 1));
        });
    }

    void document(Place place, Document document) {
        documents.check(place, document);
        place.at("size").range(document.size(), 0, Long.MAX_VALUE >> 1);
        place.at("facts").at("pages").range(document.facts().pages(), 0, MOST_PAGES);
    }

    private void sheets(Place place, List<Document> sheets) {
        place.require(!sheets.isEmpty() && sheets.size() <= MOST_SHEETS, "must be from 1 to " + MOST_SHEETS);
        place.each(sheets, this::document);
    }

    private void uploaded(Place place, Content.Uploaded uploaded) {
        documents.check(place, uploaded.file());
        Facts.Format format = uploaded.file().facts().format();
        boolean isMidi = format == Facts.Format.MIDI;
        place.at("facts").at("format").require(!format.isSheet(), "must be that of a score, was " + format);
        place.at("facts")
                .at("format")
                .require(
                        isMidi == uploaded instanceof Content.UploadedMidi, "must be that of the score, was " + format);
        if (!readable.add(uploaded.file().sha256())) {
            return;
        }
        try {
            Content.read(uploaded.file());
        } catch (UnreadableScoreException unreadable) {
            throw new UnfitFilling(place.path(), "is not a score: " + unreadable.reason(), unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
