package dev.fermata.notation;

import dev.fermata.notation.pitch.Pitch;

/**
 * A clef. It changes where a pitch is drawn, not how it sounds.
 *
 * @param sign the note that the clef names
 * @param line the staff line it names, 1 (lowest) to 5
 * @param octaveChange octaves by which the sound differs from the clef without the change, −2 to 2
 */
public record Clef(Sign sign, int line, int octaveChange) {

    public static final Clef TREBLE = new Clef(Sign.G, 2, 0);
    public static final Clef ALTO = new Clef(Sign.C, 3, 0);
    public static final Clef BASS = new Clef(Sign.F, 4, 0);
    public static final Clef PERCUSSION = new Clef(Sign.PERCUSSION, 3, 0);

    public Clef {
        if (line < 1 || line > 5 || octaveChange < -2 || octaveChange > 2) {
            throw new IllegalArgumentException("line " + line + ", octave change " + octaveChange);
        }
    }

    /** The {@link Pitch#height()} of the lowest staff line. */
    public int bottomLine() {
        int named = switch (sign) {
            case G, PERCUSSION -> 32;
            case F -> 24;
            case C -> 28;
        };
        // A percussion clef names no line; its notes are drawn as in a treble clef.
        int steps = sign == Sign.PERCUSSION ? 2 : 2 * (line - 1);
        return named + 7 * octaveChange - steps;
    }

    /** The note that the clef names. */
    public enum Sign {
        G("G"),
        F("F"),
        C("C"),
        PERCUSSION("percussion");

        private final String musicXml;

        Sign(String musicXml) {
            this.musicXml = musicXml;
        }

        public String musicXml() {
            return musicXml;
        }
    }
}
