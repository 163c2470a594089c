package dev.fermata.score.content;

import dev.fermata.notation.audio.Mp3Writer;
import dev.fermata.notation.audio.WavWriter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What a score can be played into. Unlike a {@link Format} it takes its time, and room, and is made as it is sent. */
public enum Audio {
    MP3("mp3", "audio/mp3"),
    WAV("wav", "audio/wav");

    /** Longer music is not played. An hour of it costs a minute or so of a processor. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** Who asks for more at once waits: playing is all computing, and polls are to be answered meanwhile. */
    private static final Semaphore PLAYERS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private static final int BUFFER = 64 * 1024;

    private final String label;
    private final String contentType;

    Audio(String label, String contentType) {
        this.label = label;
        this.contentType = contentType;
    }

    /** Its name in paths: {@code mp3}. */
    public String label() {
        return label;
    }

    public String contentType() {
        return contentType;
    }

    /** Plays what stands in a revision; the stream stays open. */
    public void play(Content content, OutputStream out) throws IOException {
        PLAYERS.acquireUninterruptibly();
        try {
            OutputStream buffered = new BufferedOutputStream(new Resting(out), BUFFER);
            switch (this) {
                case MP3 -> Mp3Writer.write(content.piece(), buffered);
                case WAV -> WavWriter.write(content.piece(), buffered);
            }
            buffered.flush();
        } finally {
            PLAYERS.release();
        }
    }

    /** The one with this label. */
    public static Optional<Audio> labelled(String label) {
        return Arrays.stream(values())
                .filter(audio -> audio.label.equals(label))
                .findFirst();
    }

    /** Lets others play while it is written: what it is written to may be a client that does not read. */
    private static final class Resting extends FilterOutputStream {
        Resting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            PLAYERS.release();
            try {
                out.write(bytes, offset, length);
            } finally {
                PLAYERS.acquireUninterruptibly();
            }
        }
    }
}
