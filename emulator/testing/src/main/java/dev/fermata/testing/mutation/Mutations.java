package dev.fermata.testing.mutation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that are nearly good ones: each a few random changes away, the same ones for the same seed. */
public final class Mutations {
    private static final int MOST_CHANGES = 6;
    private static final List<String> NUMBERS =
            List.of("0", "-1", "1", "65536", "2147483647", "-2147483648", "4294967295", "99999999999999999999");

    private final List<byte[]> good;
    private final List<String> words;
    private final Random random;

    /**
     * Mutations of these files.
     *
     * @param words what to put in here and there
     */
    public Mutations(List<byte[]> good, List<String> words, long seed) {
        this.good = good;
        this.words = words;
        this.random = new Random(seed);
    }

    /** The next one. */
    public byte[] next() {
        byte[] file = any(good);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes && file.length > 0; i++) {
            file = changed(file);
        }
        return file;
    }

    private byte[] changed(byte[] file) {
        int at = random.nextInt(file.length);
        int length = Math.min(file.length - at, 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(8)) {
            case 0 -> spliced(file, at, 0, new byte[] {(byte) random.nextInt()});
            case 1 -> spliced(file, at, 1, new byte[] {(byte) (file[at] ^ 1 << random.nextInt(8))});
            case 2 -> spliced(file, at, length, new byte[0]);
            case 3 -> spliced(file, at, 0, Arrays.copyOfRange(file, at, at + length));
            case 4 -> spliced(file, at, length, part(any(good)));
            case 5 -> spliced(file, at, random.nextInt(2) * length, bytes(words.get(random.nextInt(words.size()))));
            case 6 -> withOtherNumber(file, at);
            default -> spliced(file, at, Math.min(4, file.length - at), new byte[] {-1, -1, -1, -1});
        };
    }

    /** The digits that follow next become another number. */
    private byte[] withOtherNumber(byte[] file, int from) {
        int at = from;
        while (at < file.length && !Character.isDigit(file[at])) {
            at++;
        }
        int end = at;
        while (end < file.length && Character.isDigit(file[end])) {
            end++;
        }
        return spliced(file, at, end - at, bytes(NUMBERS.get(random.nextInt(NUMBERS.size()))));
    }

    private byte[] part(byte[] file) {
        int from = random.nextInt(file.length);
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + 1 + random.nextInt(400)));
    }

    private byte[] any(List<byte[]> files) {
        return files.get(random.nextInt(files.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] spliced(byte[] file, int at, int removed, byte[] added) {
        byte[] result = new byte[file.length - removed + added.length];
        System.arraycopy(file, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(file, at + removed, result, at + added.length, file.length - at - removed);
        return result;
    }
}
