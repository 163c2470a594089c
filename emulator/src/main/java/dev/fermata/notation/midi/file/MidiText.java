package dev.fermata.notation.midi.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The words in a MIDI file, which does not say how they are encoded. */
final class MidiText {

    private static final int MOST_CHARACTERS = 1_000;

    private MidiText() {}

    /** In one line, without control characters, and of a reasonable length: UTF-8 if they can be, else Latin-1. */
    static String line(byte[] bytes) {
        String text = decoded(bytes).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
