package dev.fermata.notation.musicxml;

import dev.fermata.notation.Divisions;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.musicxml.write.PartListWriter;
import dev.fermata.notation.musicxml.write.PartWriter;
import dev.fermata.notation.musicxml.xml.XmlOutput;

/** Writes a piece as MusicXML 4.0, partwise, valid by the schema of the W3C. The same piece gives the same bytes. */
public final class MusicXmlWriter {

    private MusicXmlWriter() {}

    /** UTF-8, indented, without a document type. */
    public static byte[] write(Piece piece) {
        XmlOutput out = new XmlOutput();
        out.open("score-partwise", "version", "4.0");
        header(out, piece);
        new PartListWriter(out).write(piece);
        int divisions = Divisions.of(piece);
        for (int i = 0; i < piece.parts().size(); i++) {
            Part part = piece.parts().get(i);
            out.open("part", "id", part.id());
            // Tempos apply to all parts, and are written once, in the topmost part.
            new PartWriter(out, part, divisions, i == 0).write(piece);
            out.close();
        }
        out.close();
        return out.bytes();
    }

    private static void header(XmlOutput out, Piece piece) {
        if (!piece.title().isEmpty()) {
            out.open("work");
            out.leaf("work-title", piece.title());
            out.close();
            out.leaf("movement-title", piece.title());
        }
        out.open("identification");
        piece.composer().ifPresent(composer -> out.leaf("creator", composer, "type", "composer"));
        out.open("encoding");
        out.leaf("software", "Fermata");
        out.close();
        out.close();
        piece.language().ifPresent(language -> {
            out.open("defaults");
            out.empty("lyric-language", "xml:lang", language);
            out.close();
        });
    }
}
