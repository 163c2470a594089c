package dev.fermata.flat.adagio;

import dev.fermata.notation.Divisions;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.TiedNotes;
import java.util.List;

/** Writes a piece as Flat's own JSON. The same piece of the same score gives the same bytes. */
public final class AdagioWriter {

    /** Clients have met 51 to 61. */
    private static final int FORMAT_VERSION = 60;

    private final Piece piece;
    private final ScoreIds ids;
    private final JsonOutput out = new JsonOutput();

    private AdagioWriter(Piece piece, ScoreIds ids) {
        this.piece = piece;
        this.ids = ids;
    }

    /**
     * UTF-8, without white space.
     *
     * @param scoreId makes the UUIDs in it, those of the parts as {@link Part#uuid} has them
     */
    public static byte[] write(Piece piece, String scoreId) {
        AdagioWriter writer = new AdagioWriter(TiedNotes.writable(piece), new ScoreIds(scoreId));
        writer.out.object(() -> writer.out.object("score-partwise", writer::score));
        return writer.out.bytes();
    }

    private void score() {
        out.text("$version", "3.1");
        out.number("$adagio-formatVersion", FORMAT_VERSION);
        header();
        new PartListWriter(out, ids).write(piece);
        out.object(
                "measure-list",
                () -> out.list("score-measure", () -> {
                    for (int i = 0; i < piece.numberMeasures(); i++) {
                        String uuid = ids.measure(i);
                        out.object(() -> out.text("uuid", uuid));
                    }
                }));
        int divisions = Divisions.of(piece);
        List<Part> parts = piece.parts();
        out.list("part", () -> {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                // Tempos belong to all: they are written once, in the topmost part.
                PartWriter measures = new PartWriter(out, part, divisions, i == 0);
                out.object(() -> {
                    out.text("$id", part.id());
                    out.text("uuid", ids.part(part));
                    measures.write(piece);
                });
            }
        });
    }

    private void header() {
        if (!piece.title().isEmpty()) {
            out.object("work", () -> out.text("work-title", piece.title()));
            out.list(
                    "credit",
                    () -> out.object(() -> {
                        out.text("credit-type", "title");
                        out.text("credit-words", piece.title());
                    }));
        }
        out.object("identification", () -> {
            piece.composer()
                    .ifPresent(composer -> out.object("creator", () -> {
                        out.text("content", composer);
                        out.text("$type", "composer");
                    }));
            out.object("encoding", () -> out.text("software", "Fermata"));
        });
    }
}
