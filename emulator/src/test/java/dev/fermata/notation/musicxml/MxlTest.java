package dev.fermata.notation.musicxml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MxlTest {

    private static final byte[] SCORE = "<score-partwise/>".getBytes(UTF_8);
    private static final String CONTAINER = "META-INF/container.xml";

    private static byte[] container(String path) {
        return ("<container><rootfiles><rootfile full-path='" + path
                        + "'/><rootfile full-path='b.pdf'/></rootfiles></container>")
                .getBytes(UTF_8);
    }

    /** A zip file of name, bytes, name, bytes, … */
    private static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    @Nested
    class Compress {

        @Test
        void putsTheMediaTypeFirstAndTheContainerSecond() throws IOException {
            byte[] mxl = Mxl.compress(SCORE);
            List<String> names = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(mxl))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                }
            }

            assertEquals(List.of("mimetype", CONTAINER, "score.musicxml"), names);
            // Stored without compression, at a fixed position.
            assertEquals("mimetypeapplication/vnd.recordare.musicxml", new String(mxl, 30, 42, US_ASCII));
        }

        @Test
        void givesTheSameBytesInEveryTimeZone() {
            TimeZone here = TimeZone.getDefault();
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
                byte[] east = Mxl.compress(SCORE);
                TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
                assertArrayEquals(east, Mxl.compress(SCORE));
            } finally {
                TimeZone.setDefault(here);
            }
        }

        @Test
        void isUndoneByExpand() throws UnreadableScoreException {
            assertArrayEquals(SCORE, Mxl.expand(Mxl.compress(SCORE)));
        }

        @Test
        void isRecognisedByItsFirstBytes() {
            assertTrue(Mxl.isMxl(Mxl.compress(SCORE)));
            assertFalse(Mxl.isMxl(SCORE));
            assertFalse(Mxl.isMxl(new byte[] {'P', 'K'}));
        }
    }

    @Nested
    class Expand {

        @Test
        void findsTheFirstScoreOfTheContainer() throws Exception {
            byte[] mxl = zip("b.pdf", new byte[9], "music/a.xml", SCORE, CONTAINER, container("music/a.xml"));

            assertArrayEquals(SCORE, Mxl.expand(mxl));
        }

        @Test
        void ignoresABombThatIsNotTheScore() throws Exception {
            byte[] half = new byte[Limits.BYTES / 2 + 1];
            byte[] mxl = zip("1", half, "2", half, CONTAINER, container("a.xml"), "a.xml", SCORE);

            assertArrayEquals(SCORE, Mxl.expand(mxl));
        }

        @Test
        void findsAnArchiveBehindSomethingElse() throws Exception {
            byte[] mxl = zip(CONTAINER, container("a.xml"), "a.xml", SCORE);
            byte[] behind = new byte[mxl.length + 9];
            System.arraycopy(mxl, 0, behind, 9, mxl.length);

            assertArrayEquals(SCORE, Mxl.expand(behind));
        }
    }

    @Nested
    class Refuses {

        private static void assertRefused(String reason, byte[] file) {
            assertEquals(
                    reason,
                    assertThrows(UnreadableScoreException.class, () -> Mxl.expand(file))
                            .reason());
        }

        @Test
        void aZipFileOfOtherThings() throws IOException {
            assertRefused("the compressed file has no META-INF/container.xml", zip("a.xml", SCORE));
            assertRefused("the compressed file lacks the score it names", zip(CONTAINER, container("a.xml")));
            assertRefused("the container names no score", zip(CONTAINER, "<container/>".getBytes(UTF_8)));
        }

        @Test
        void aBombInTheScore() throws IOException {
            assertRefused(
                    "the compressed file is too large when expanded",
                    zip(CONTAINER, container("a.xml"), "a.xml", new byte[Limits.BYTES + 1]));
        }

        @Test
        void aBombInTheContainer() throws IOException {
            assertRefused("the compressed file is too large when expanded", zip(CONTAINER, new byte[2 << 20]));
        }

        @Test
        void thousandsOfEntries() throws IOException {
            Object[] entries = new Object[4_000];
            for (int i = 0; i < entries.length; i += 2) {
                entries[i] = "e" + i;
                entries[i + 1] = new byte[0];
            }
            assertRefused("the compressed file has more than 1000 entries", zip(entries));
        }

        @Test
        void aFileDamagedAtAnyPlace() {
            byte[] whole = Mxl.compress(SCORE);
            int directory = new String(whole, ISO_8859_1).indexOf("PK\1\2");
            for (int length = 4; length < directory; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThrows(UnreadableScoreException.class, () -> Mxl.expand(cut));
            }
            for (int i = 0; i < whole.length; i++) {
                byte[] broken = whole.clone();
                broken[i] ^= 0x55;
                try {
                    Mxl.expand(broken);
                } catch (UnreadableScoreException e) {
                    // Expected; any other exception fails the test.
                    assertFalse(e.reason().isEmpty());
                }
            }
        }
    }
}
