package dev.fermata.notation.midi.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes text in a MIDI file, of which the encoding is unknown. */
final class MidiText {

    private static final int MOST_CHARACTERS = 1_000;

    private MidiText() {}

    /** A single line, without control characters, of limited length; UTF-8 if valid, else Latin-1. */
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
