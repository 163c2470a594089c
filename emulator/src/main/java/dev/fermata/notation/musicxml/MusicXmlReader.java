package dev.fermata.notation.musicxml;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.read.ScoreReader;
import dev.fermata.notation.musicxml.xml.XmlInput;

/**
 * Reads MusicXML, partwise or timewise, of any version, plain or compressed, from untrusted sources.
 *
 * <p>Reads titles, composer, parts with their instruments, keys, metres, clefs, tempos, transpositions, and notes with
 * pitch or stroke, length, chord, voice, staff and ties. Lengths include tuplets and dots. Ignores grace notes, repeats
 * and endings, dynamics, articulation, lyrics and layout. Quarter tones become the nearest semitone towards the
 * natural. Cue notes are silent.
 */
public final class MusicXmlReader {

    private MusicXmlReader() {}

    public static Piece read(byte[] file) throws UnreadableScoreException {
        byte[] plain = Mxl.isMxl(file) ? Mxl.expand(file) : file;
        Limits.check(plain.length <= Limits.BYTES, "the file is larger than 64 MB");
        XmlInput xml = new XmlInput(plain);
        String root = xml.root();
        boolean isTimewise = root.equals("score-timewise");
        Limits.check(
                isTimewise || root.equals("score-partwise"),
                "the file is not MusicXML: its root element is <" + root + ">");
        return new ScoreReader(xml, isTimewise).read();
    }
}
