package dev.fermata.score;

import dev.fermata.score.notation.audio.Mp3Writer;
import dev.fermata.score.notation.audio.WavWriter;
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

    /** Playing is all computing, and polls are answered meanwhile: half of the processors play at once. */
    private static final Semaphore PLAYERS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

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
        Played played = new Played(out);
        PLAYERS.acquireUninterruptibly();
        try {
            switch (this) {
                case MP3 -> Mp3Writer.write(content.piece(), played);
                case WAV -> WavWriter.write(content.piece(), played);
            }
            played.flush();
        } finally {
            PLAYERS.release();
        }
    }

    /** Lets another player go on while the sound is sent: a client that does not read may take long. */
    private static final class Played extends OutputStream {
        private static final int CHUNK = 64 * 1024;

        private final OutputStream out;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;

        Played(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            if (filled == CHUNK) {
                flush();
            }
            chunk[filled++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (filled == CHUNK) {
                    flush();
                }
                int count = Math.min(CHUNK - filled, length - done);
                System.arraycopy(bytes, offset + done, chunk, filled, count);
                filled += count;
                done += count;
            }
        }

        @Override
        public void flush() throws IOException {
            PLAYERS.release();
            try {
                out.write(chunk, 0, filled);
                filled = 0;
            } finally {
                PLAYERS.acquireUninterruptibly();
            }
        }
    }

    /** The one with this label. */
    public static Optional<Audio> labelled(String label) {
        return Arrays.stream(values())
                .filter(audio -> audio.label.equals(label))
                .findFirst();
    }
}
