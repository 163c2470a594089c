package dev.fermata.score.content;

import java.util.Arrays;
import java.util.Optional;

/** What a score can be written as. */
public enum Format {
    XML("xml", "application/vnd.recordare.musicxml+xml"),
    MXL("mxl", "application/vnd.recordare.musicxml"),
    MIDI("midi", "audio/midi"),
    THUMBNAIL("thumbnail.png", "image/png");

    private final String label;
    private final String contentType;

    Format(String label, String contentType) {
        this.label = label;
        this.contentType = contentType;
    }

    /** Its name in paths: {@code thumbnail.png}. */
    public String label() {
        return label;
    }

    public String contentType() {
        return contentType;
    }

    /** The format with this label. */
    public static Optional<Format> labelled(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst();
    }
}
