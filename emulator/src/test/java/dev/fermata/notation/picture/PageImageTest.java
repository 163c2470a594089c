package dev.fermata.notation.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.time.Bar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PageImageTest {

    private static Piece piece(String seed) {
        return Imagination.imagine("A Title", Optional.of("A. Composer"), seed, 2);
    }

    private static BufferedImage draw(Piece piece, int width, int height) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(PageImage.png(piece, width, height)));
    }

    @Test
    void isAPngOfTheRequestedSize() throws Exception {
        BufferedImage image = draw(piece("a"), 300, 424);

        assertEquals(300, image.getWidth());
        assertEquals(424, image.getHeight());
    }

    @Test
    void isMostlyPaperWithSomeInk() throws Exception {
        for (int i = 0; i < 20; i++) {
            double ink = ink(draw(piece("page " + i), 300, 424));
            assertTrue(ink > 0.02 && ink < 0.25, () -> "ink " + ink);
        }
    }

    @Test
    void showsDifferentNotesDifferently() {
        assertFalse(Arrays.equals(PageImage.png(piece("a"), 300, 424), PageImage.png(piece("b"), 300, 424)));
    }

    @Test
    void drawsAScoreForFiveHundredPlayers() throws Exception {
        Instrument piano = new Instrument("keyboards.piano", 0, false);
        List<Part> parts = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new Part("P" + i, "", "", piano, 1, List.of(Measure.silent(100, 1))))
                .toList();
        Piece crowd = new Piece("", Optional.empty(), List.of(new Bar(100, Optional.empty(), List.of())), parts);

        assertTrue(ink(draw(crowd, 300, 424)) > 0.02);
    }

    @Test
    void drawsAnySizeInReasonAndRefusesOthers() {
        PageImage.png(piece("a"), 16, 16);
        PageImage.png(piece("a"), 1000, 20);
        assertThrows(IllegalArgumentException.class, () -> PageImage.png(piece("a"), 15, 100));
        assertThrows(IllegalArgumentException.class, () -> PageImage.png(piece("a"), 100, 4001));
    }

    @Test
    void drawsAPieceOfRepeatedBarsWithoutEnd() throws Exception {
        Bar bar = new Bar(100, Optional.empty(), List.of());
        Part part = new Part(
                "P1",
                "",
                "",
                new Instrument("keyboards.piano", 0, false),
                1,
                Collections.nCopies(20_000, Measure.silent(100, 1)));

        assertTrue(ink(draw(new Piece("", Optional.empty(), Collections.nCopies(20_000, bar), List.of(part)), 300, 424))
                > 0.02);
    }

    private static double ink(BufferedImage image) {
        long dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 0xE0 ? 1 : 0;
            }
        }
        return (double) dark / (image.getWidth() * image.getHeight());
    }
}
