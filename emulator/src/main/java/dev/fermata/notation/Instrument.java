package dev.fermata.notation;

/**
 * The instrument of a part.
 *
 * @param id {@code group.instrument}, as in {@code keyboards.piano}
 * @param program General MIDI program, 0 to 127
 * @param percussion whether its notes are strokes on General MIDI's percussion channel
 */
public record Instrument(String id, int program, boolean percussion) {

    public Instrument {
        if (program < 0 || program > 127) {
            throw new IllegalArgumentException("program " + program);
        }
    }
}
