package dev.fermata.notation.audio;

import dev.fermata.notation.Piece;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Plays a piece into a WAV file: PCM, 16 bits, one channel, 22,050 samples a second. */
public final class WavWriter {
    private static final int HEADER = 44;
    private static final int BYTES_A_SAMPLE = 2;

    private WavWriter() {}

    /** Writes the file block by block; the stream stays open. The piece may last several hours at most. */
    public static void write(Piece piece, OutputStream out) throws IOException {
        Performance performance = Performance.of(piece);
        out.write(header(Math.toIntExact(BYTES_A_SAMPLE * performance.samples())));
        performance.play((block, length) -> out.write(block, 0, length));
    }

    private static byte[] header(int dataBytes) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER - 8 + dataBytes)
                .put(ascii("WAVEfmt "))
                .putInt(16) // bytes of the format
                .putShort((short) 1) // PCM
                .putShort((short) 1) // channels
                .putInt(Performance.RATE)
                .putInt(BYTES_A_SAMPLE * Performance.RATE)
                .putShort((short) BYTES_A_SAMPLE)
                .putShort((short) (8 * BYTES_A_SAMPLE))
                .put(ascii("data"))
                .putInt(dataBytes)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
