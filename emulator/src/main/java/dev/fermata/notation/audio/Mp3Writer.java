package dev.fermata.notation.audio;

import de.sciss.jump3r.lowlevel.LameEncoder;
import dev.fermata.notation.Piece;
import java.io.IOException;
import java.io.OutputStream;
import javax.sound.sampled.AudioFormat;

/** Plays a piece into an MP3 file: MPEG-2 layer III, one channel, 22,050 samples a second, 48 kbit/s. */
public final class Mp3Writer {
    private static final int KILOBITS_A_SECOND = 48;
    private static final AudioFormat PCM = new AudioFormat(Performance.RATE, 16, 1, true, false);

    private Mp3Writer() {}

    /** Writes the file block by block; the stream stays open. */
    public static void write(Piece piece, OutputStream out) throws IOException {
        LameEncoder lame =
                new LameEncoder(PCM, KILOBITS_A_SECOND, LameEncoder.CHANNEL_MODE_MONO, LameEncoder.QUALITY_LOW, false);
        try {
            byte[] encoded = new byte[lame.getMP3BufferSize()];
            Performance.of(piece)
                    .play((block, length) -> out.write(encoded, 0, lame.encodeBuffer(block, 0, length, encoded)));
            out.write(encoded, 0, lame.encodeFinish(encoded));
        } finally {
            lame.close();
        }
    }
}
