package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The structure of a Standard MIDI File: a header and its tracks, without copying.
 *
 * @param division the header's unit of time, unparsed
 * @param tracks the events of each
 */
record Chunks(int division, List<ByteBuffer> tracks) {

    private static final int HEADER = 0x4D546864;
    private static final int TRACK = 0x4D54726B;
    private static final int HEADER_BYTES = 6;
    private static final int MOST_TRACKS = 1_000;

    static Chunks of(byte[] file) throws UnreadableScoreException {
        Limits.check(file.length <= Limits.BYTES, "the file is larger than 64 MB");
        ByteBuffer bytes = ByteBuffer.wrap(file);
        Limits.check(bytes.remaining() >= 8 && bytes.getInt() == HEADER, "the file is not a Standard MIDI File");
        ByteBuffer header = chunk(bytes);
        Limits.check(header.remaining() >= HEADER_BYTES, "the header of the file is too short");
        int format = header.getShort() & 0xFFFF;
        Limits.check(format <= 1, "MIDI files of format " + format + " are not read; export format 0 or 1");
        int announced = header.getShort() & 0xFFFF;
        Limits.check(announced > 0, "the file has no track");
        Limits.check(announced <= MOST_TRACKS, "the file has more than " + MOST_TRACKS + " tracks");
        List<ByteBuffer> tracks = new ArrayList<>();
        while (tracks.size() < announced) {
            Limits.check(bytes.remaining() >= 8, "the file ends before its last track");
            boolean isTrack = bytes.getInt() == TRACK;
            ByteBuffer chunk = chunk(bytes);
            if (isTrack) {
                tracks.add(chunk);
            }
        }
        return new Chunks(header.getShort(), tracks);
    }

    private static ByteBuffer chunk(ByteBuffer bytes) throws UnreadableScoreException {
        long length = bytes.getInt() & 0xFFFF_FFFFL;
        Limits.check(length <= bytes.remaining(), "the file ends in the middle of a chunk");
        ByteBuffer chunk = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return chunk;
    }
}
