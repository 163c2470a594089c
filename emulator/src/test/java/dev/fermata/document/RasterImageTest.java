package dev.fermata.document;

import static dev.fermata.document.facts.Facts.Format.BMP;
import static dev.fermata.document.facts.Facts.Format.HEIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.document.facts.Facts;
import dev.fermata.document.facts.Facts.Format;
import dev.fermata.fixtures.SheetImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures among the documents: what they are, and how many pages they have. */
class RasterImageTest {
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

    @Nested
    class IsToldByContent {
        @ParameterizedTest(name = "{0} of {1}")
        @MethodSource("dev.fermata.document.Pictures#sheets")
        void andItsPagesAreCounted(Format format, int pages, byte[] sheet) throws IOException {
            assertEquals(
                    new Facts(format, pages, Optional.empty(), "", Optional.empty()), Pictures.facts(documents, sheet));
            assertTrue(format.isSheet() && format.isRaster());
        }

        @Test
        void evenWhenMoreBytesFollowAsSomePhonesAndEditorsAddThem() throws IOException {
            byte[] more = new byte[1000];
            for (byte[] sheet : List.of(
                    SheetImages.png(),
                    SheetImages.jpeg(),
                    SheetImages.gif(2),
                    SheetImages.webp(2),
                    SheetImages.bmp())) {
                assertEquals(
                        Optional.empty(),
                        Pictures.facts(documents, Pictures.joined(sheet, more)).problem());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"})
        void byAnyBrandOfTheFamily(String brand) throws IOException {
            byte[] heic = SheetImages.heic();
            System.arraycopy(Pictures.ascii(brand), 0, heic, 8, 4);
            assertEquals(HEIC, Pictures.facts(documents, heic).format());
        }

        @ParameterizedTest
        @CsvSource({"avif, mif1", "isom, mp42", "mif1, avif"})
        void andItsNeighboursAreNone(String brand, String compatible) throws IOException {
            byte[] other = SheetImages.heic();
            System.arraycopy(Pictures.ascii(brand + "\0\0\0\0" + compatible), 0, other, 8, 12);
            assertEquals(Format.OTHER, Pictures.facts(documents, other).format());
        }

        @Test
        void evenWhenTheLengthOfItsFirstBoxIsAnAngleBracket() throws IOException {
            assertEquals(
                    HEIC,
                    Pictures.facts(documents, Pictures.ascii("\0\0\0<ftypheic\0\0\0\0mif1heic"))
                            .format());
        }

        @Test
        void notByTwoLettersThatAnyTextMayBeginWith() throws IOException {
            assertEquals(
                    Format.OTHER,
                    Pictures.facts(documents, Pictures.ascii("BMW: a march for bagpipes"))
                            .format());
            assertEquals(
                    Format.OTHER,
                    Pictures.facts(documents, Pictures.ascii("BM3456789abcd\0\0\0\0\0"))
                            .format());
            assertEquals(
                    BMP,
                    Pictures.facts(documents, Pictures.ascii("BM3456789abcde\50\0\0\0"))
                            .format());
        }

        @ParameterizedTest
        @CsvSource({
            "PDF, application/pdf, pdf",
            "JPEG, image/jpeg, jpg jpeg",
            "PNG, image/png, png",
            "TIFF, image/tiff, tif tiff",
            "GIF, image/gif, gif",
            "WEBP, image/webp, webp",
            "HEIC, image/heic, heic heif",
            "BMP, image/bmp, bmp"
        })
        void andHasAMediaTypeAndExtensions(Format format, String mediaType, String extensions) {
            assertTrue(format.isSheet());
            assertEquals(mediaType, format.mediaType());
            assertEquals(extensions, String.join(" ", format.extensions()));
        }

        @ParameterizedTest
        @EnumSource(names = {"XML", "ZIP", "MIDI", "EMPTY", "OTHER"})
        void andNothingElseIsASheet(Format format) {
            assertFalse(format.isSheet());
            assertFalse(format.isRaster());
        }
    }
}
