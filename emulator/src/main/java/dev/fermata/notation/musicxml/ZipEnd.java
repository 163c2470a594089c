package dev.fermata.notation.musicxml;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.nio.ByteBuffer;

/**
 * The end record of a zip file, which locates its directory.
 *
 * @param entries the number of entries according to the directory
 * @param directory the start of the directory
 * @param base added to each offset in it, because other data may precede the archive
 */
record ZipEnd(long entries, long directory, long base) {

    /** Marks a number that needs 64 bits and is stored elsewhere. */
    static final long ELSEWHERE = 0xFFFF_FFFFL;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_BYTES = 20;
    private static final int ZIP64_END_BYTES = 56;

    static ZipEnd of(ByteBuffer file) throws UnreadableScoreException {
        int end = find(file);
        int locator = end - ZIP64_LOCATOR_BYTES;
        if (locator >= ZIP64_END_BYTES && file.getInt(locator) == ZIP64_LOCATOR) {
            int zip64 = locator - ZIP64_END_BYTES;
            if (file.getInt(zip64) != ZIP64_END) {
                // The record may be longer in later versions of the format.
                zip64 = Math.toIntExact(file.getLong(locator + 8));
                Limits.check(file.getInt(zip64) == ZIP64_END, "the compressed file is damaged");
            }
            return of(zip64, file.getLong(zip64 + 32), file.getLong(zip64 + 40), file.getLong(zip64 + 48));
        }
        return of(
                end,
                file.getShort(end + 10) & 0xFFFF,
                file.getInt(end + 12) & ELSEWHERE,
                file.getInt(end + 16) & ELSEWHERE);
    }

    private static ZipEnd of(int end, long entries, long directoryBytes, long offset) throws UnreadableScoreException {
        long directory = Math.subtractExact(end, directoryBytes);
        Limits.check(entries >= 0 && directory >= 0 && directory <= end, "the compressed file is damaged");
        return new ZipEnd(entries, directory, Math.subtractExact(directory, offset));
    }

    /** Searched from the end of the file, because a comment of any length may follow. */
    private static int find(ByteBuffer file) throws UnreadableScoreException {
        int last = file.limit() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new UnreadableScoreException("the compressed file is damaged");
    }
}
