package dev.fermata.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.document.facts.Facts;
import dev.fermata.document.facts.Facts.Format;
import dev.fermata.document.facts.Facts.Problem;
import dev.fermata.fixtures.BrokenImages;
import dev.fermata.fixtures.SheetImages;
import dev.fermata.fixtures.hostile.HostileImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that cannot be used: why, and that finding out costs next to nothing. */
class UnreadableRasterImageTest {
    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    @AfterEach
    void close() {
        documents.close();
    }

    private Optional<Problem> problem(byte[] bytes) throws IOException {
        return Pictures.facts(documents, bytes).problem();
    }

    @Nested
    class IsDamagedWhen {
        @ParameterizedTest(name = "{0} of {1}")
        @MethodSource("dev.fermata.document.Pictures#sheets")
        void itEndsTooEarlyWhereverThatIs(Format format, int pages, byte[] sheet) throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(BrokenImages.truncated(sheet)));
            for (int part = 1; part <= 40; part++) {
                byte[] cut = Arrays.copyOf(sheet, Math.max(32, (int) ((sheet.length - 1) * (part / 40.0))));
                assertEquals(Optional.of(Problem.DAMAGED), problem(cut), cut.length + " of " + sheet.length);
            }
        }

        @Test
        void theDirectoriesOfATiffRunInACircle() throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(BrokenImages.cyclicTiff()));
            assertEquals(
                    Optional.of(Problem.DAMAGED),
                    problem(Pictures.joined(BrokenImages.cyclicTiff(), new byte[4 << 20])));
        }

        /** One entry is in all of them: reading each takes no time, and reading all of them minutes. */
        @Test
        void theDirectoriesOfATiffLieUponEachOther() throws IOException {
            int directories = 9_000;
            int length = 65_535;
            ByteBuffer tiff = ByteBuffer.allocate(12 * (length + directories) + 32);
            Arrays.fill(tiff.array(), (byte) -1);
            tiff.put(Pictures.ascii("MM\0*")).putInt(8);
            tiff.position(10 + 12 * directories);
            tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(10);
            tiff.putShort((short) 257).putShort((short) 4).putInt(1).putInt(10);
            for (int i = 0; i < directories; i++) {
                int next = i + 1 < directories ? 8 + 12 * (i + 1) : 0;
                tiff.putInt(8 + 12 * i + 2 + 12 * length, next);
            }
            assertEquals(Optional.of(Problem.DAMAGED), problem(tiff.array()));
        }

        @Test
        void aDirectoryOfATiffLiesBeyondItsEnd() throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(BrokenImages.tiffBeyondItsEnd()));
        }

        @Test
        void thePixelsOfATiffLieBeyondItsEnd() throws IOException {
            byte[] tiff = HostileImages.longTiff(1);
            int directory = 10;
            int lengths = directory + 2 + 12 * 7;
            ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(lengths + 8, tiff.length);
            assertEquals(Optional.of(Problem.DAMAGED), problem(tiff));
        }

        @Test
        void aBigTiffCountsMoreEntriesThanItHasBytes() throws IOException {
            ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
            tiff.put(Pictures.ascii("II+\0\b\0\0\0")).putLong(16).putLong(Long.MAX_VALUE / 2);
            assertEquals(Optional.of(Problem.DAMAGED), problem(tiff.array()));
        }

        @Test
        void aGifHasNoEnd() throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(BrokenImages.gifWithoutEnd()));
        }

        @Test
        void aGifHasABlockThatNobodyKnows() throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(Pictures.ascii("GIF89a\1\0\1\0\0\0\0\7;")));
        }

        @Test
        void aWebpLiesAboutItsLength() throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(BrokenImages.webpWithLyingLength()));
            byte[] webp = SheetImages.webp();
            ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length - 8 + 2);
            assertEquals(Optional.of(Problem.DAMAGED), problem(webp));
        }

        @Test
        void aStillWebpHasNoPicture() throws IOException {
            assertEquals(Optional.of(Problem.DAMAGED), problem(Pictures.ascii("RIFF\4\0\0\0WEBP")));
        }

        @Test
        void aPngHasNoPixels() throws IOException {
            byte[] png = SheetImages.png();
            byte[] header = Arrays.copyOf(png, 33);
            byte[] end = Arrays.copyOfRange(png, png.length - 12, png.length);
            assertEquals(Optional.of(Problem.DAMAGED), problem(Pictures.joined(header, end)));
        }

        @Test
        void boxesAreNestedWithoutEnd() throws IOException {
            byte[] boxes = Pictures.joined(SheetImages.heic(), new byte[800_000]);
            ByteBuffer nested = ByteBuffer.wrap(boxes, boxes.length - 800_000, 800_000);
            while (nested.hasRemaining()) {
                nested.putInt(nested.remaining()).put(Pictures.ascii("iprp"));
            }
            assertEquals(Optional.of(Problem.DAMAGED), problem(boxes));
        }

        /** Whatever else it is: a few wrong bytes are answered with facts, never with an exception, and soon. */
        @ParameterizedTest(name = "{0} of {1}")
        @MethodSource("dev.fermata.document.Pictures#sheets")
        void andNeverBreaksItsReader(Format format, int pages, byte[] sheet) throws IOException {
            Random random = new Random(sheet.length);
            for (int round = 0; round < 200; round++) {
                byte[] wrong = sheet.clone();
                for (int i = 0; i < 4; i++) {
                    wrong[random.nextInt(Math.min(wrong.length, 400))] = (byte) random.nextInt();
                }
                Facts facts = Pictures.facts(documents, wrong);
                assertTrue(facts.problem().isEmpty() || facts.pages() == 0, facts.toString());
            }
        }
    }

    @Nested
    class HasNoPagesWhen {
        @Test
        void aGifHasNoImages() throws IOException {
            assertEquals(Optional.of(Problem.NO_PAGES), problem(Pictures.ascii("GIF89a\1\0\1\0\0\0\0;")));
        }

        @Test
        void allThatATiffHasIsASmallerCopy() throws IOException {
            ByteBuffer tiff = ByteBuffer.allocate(50);
            tiff.put(Pictures.ascii("MM\0*")).putInt(8).putShort((short) 3);
            tiff.putShort((short) 254).putShort((short) 4).putInt(1).putInt(1);
            tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(10);
            tiff.putShort((short) 257).putShort((short) 4).putInt(1).putInt(10);
            assertEquals(Optional.of(Problem.NO_PAGES), problem(tiff.array()));
        }

        @Test
        void anAnimatedWebpHasNoFrames() throws IOException {
            byte[] webp = Arrays.copyOf(HostileImages.longWebp(1), 44);
            webp[4] = 36;
            assertEquals(Optional.of(Problem.NO_PAGES), problem(webp));
        }
    }

    @Nested
    class IsTooComplexWhen {
        @Test
        void itClaimsBillionsOfPixels() throws IOException {
            assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(HostileImages.hugeTiff()));
        }

        @Test
        void itClaimsOneRowMoreThanIsReasonable() throws IOException {
            assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(HostileImages.hugePng(20_000, 10_001)));
            assertEquals(Optional.empty(), problem(HostileImages.hugePng(20_000, 10_000)));
        }

        @Test
        void itIsTheLargestThatItsFormatCanSay() throws IOException {
            byte[] jpeg = SheetImages.jpeg();
            int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
            ByteBuffer.wrap(jpeg).putInt(frame + 5, -1);
            byte[] gif = SheetImages.gif(1);
            ByteBuffer.wrap(gif).putInt(6, -1);
            byte[] webp = SheetImages.webp();
            ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(21, 0x0fff_ffff);
            byte[] animated = SheetImages.webp(2);
            Arrays.fill(animated, 24, 30, (byte) -1);
            byte[] bmp = SheetImages.bmp();
            ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, Integer.MAX_VALUE);
            byte[] heic = SheetImages.heic();
            int size = new String(heic, StandardCharsets.ISO_8859_1).indexOf("ispe");
            ByteBuffer.wrap(heic).putInt(size + 8, -1);
            for (byte[] claim : List.of(jpeg, gif, webp, animated, bmp, heic)) {
                assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(claim));
            }
        }

        @Test
        void itHasMoreThanTenThousandPages() throws IOException {
            assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(HostileImages.longTiff(10_001)));
            assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(HostileImages.longGif(10_001)));
            assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(HostileImages.longWebp(10_001)));
            assertEquals(
                    10_000,
                    Pictures.facts(documents, HostileImages.longTiff(10_000)).pages());
            assertEquals(
                    10_000,
                    Pictures.facts(documents, HostileImages.longGif(10_000)).pages());
            assertEquals(
                    10_000,
                    Pictures.facts(documents, HostileImages.longWebp(10_000)).pages());
        }

        @Test
        void aJpegIsScannedAgainAndAgain() throws IOException {
            byte[] jpeg = SheetImages.jpeg();
            byte[] whole = Arrays.copyOf(jpeg, jpeg.length - 2);
            byte[] scan = Pictures.ascii("\u00FF\u00DA\0\2");
            byte[] scans = new byte[4 * 100];
            for (int i = 0; i < scans.length; i++) {
                scans[i] = scan[i % 4];
            }
            byte[] end = Pictures.ascii("\u00FF\u00D9");
            assertEquals(Optional.of(Problem.TOO_COMPLEX), problem(Pictures.joined(whole, scans, end)));
            assertEquals(Optional.empty(), problem(Pictures.joined(whole, Arrays.copyOf(scans, 4 * 99), end)));
        }
    }
}
