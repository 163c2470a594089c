package dev.fermata.readers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.clients.NodeClient;
import dev.fermata.fixtures.Etude;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verovio, which engraves music for the web: npm {@code verovio}. */
class VerovioTest {
    /** The scores that the emulator's own tests use. */
    private static final Path PRODUCED = Path.of("..", "emulator", "target", "produced-musicxml");

    @TempDir
    private Path folder;

    @Test
    void drawsAllThatFermataWritesAndWarnsOfNothing() throws Exception {
        Path given = folder.resolve("given");
        try (GivenScores scores = new GivenScores(given)) {
            askForMany(scores);
        }
        List<Path> all = new ArrayList<>(List.of(given, etudes()));
        if (produced() > 0) {
            all.add(PRODUCED);
        }
        assertTrue(produced() > 0 || !"true".equals(System.getenv("CI")), "the emulator's tests have left no scores");
        String said = draw(all);
        assertTrue(said.contains("verovio drew "), said);
    }

    @Test
    void failsWhereAScoreIsNotSound() throws Exception {
        String sound = Etude.TUPLETS.musicXml();
        Map<String, String> broken = Map.of(
                "clef", sound.replace("<sign>G</sign>", "<sign>X</sign>"),
                "none", "no score",
                "silent", sound.replaceAll("<pitch>(.*?)</pitch>", "<rest/><!-- <pitch> -->"),
                "plain", sound.replaceAll("<tuplet .*?/>", ""));
        try (GivenScores scores = new GivenScores(folder)) {
            scores.uploaded(Etude.TUPLETS);
        }
        draw(List.of(folder));
        for (String name : broken.keySet()) {
            Files.copy(folder.resolve("TUPLETS.mid"), folder.resolve(name + ".mid"));
            Files.writeString(folder.resolve(name + ".musicxml"), broken.get(name));
        }

        String said =
                assertThrows(AssertionError.class, () -> draw(List.of(folder))).toString();
        assertAll(
                () -> assertTrue(said.contains("clef.musicxml: [Warning] Unsupported value 'X'"), said),
                () -> assertTrue(said.contains("none.musicxml: it cannot be read"), said),
                () -> assertTrue(said.contains("silent.musicxml: 0 of 24 notes are drawn"), said),
                () -> assertTrue(said.contains("plain.musicxml: verovio hears notes at 0 0.5 1"), said),
                () -> assertFalse(said.contains("TUPLETS.musicxml: "), said));
    }

    private static void askForMany(GivenScores scores) {
        for (int pages = 1; pages <= 6; pages++) {
            SheetMusic sheet = SheetMusic.of("Sheet " + pages).pages(pages);
            scores.imagined("piano-" + pages, sheet.pdf(), "A piano on " + pages);
            scores.imagined(
                    "solo-" + pages,
                    sheet.solo().pages(1 + pages % 3).seed(pages).pdf(),
                    "月の光 " + pages);
        }
        List<String> keys = List.of("Bb", "F#", "Eb", "C#", "D");
        for (String key : keys) {
            byte[] pdf = SheetMusic.of("In " + key).seed(keys.indexOf(key)).pdf();
            scores.imagined("piano-in-" + key, pdf, Map.of("index", 0, "transposeKey", key));
        }
        for (String instrument : List.of("brass.horn", "woodwinds.piccolo", "unpitched-percussion.drumset-rock")) {
            Map<String, Object> other = Map.of("index", 0, "instrumentId", instrument);
            scores.imagined(instrument, SheetMusic.of(instrument).pdf(), other);
        }
        for (String instrument : List.of("woodwinds.baritone-sax", "plucked-strings.guitar", "strings.contrabass")) {
            for (int fifths : new int[] {-7, 0, 6}) {
                String[] id = instrument.split("\\.", -1);
                Map<String, String> wish = Map.of("group", id[0], "instrument", id[1]);
                Map<String, Object> order =
                        Map.of("fifths", fifths, "nbBeats", 7, "beatType", 8, "instruments", List.of(wish, wish));
                scores.blank(instrument + fifths, order);
            }
        }
        Stream.of(Etude.values()).forEach(etude -> scores.reread(etude.name(), etude.musicXml()));
        scores.reread("hello", MusicXml.hello());
    }

    private Path etudes() throws IOException {
        Path etudes = Files.createDirectories(folder.resolve("etudes"));
        for (Etude etude : Etude.values()) {
            Files.writeString(etudes.resolve(etude + ".musicxml"), etude.musicXml());
        }
        return etudes;
    }

    private static long produced() throws IOException {
        if (!Files.isDirectory(PRODUCED)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(PRODUCED)) {
            return files.count();
        }
    }

    private static String draw(List<Path> folders) throws IOException, InterruptedException {
        String all = folders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return NodeClient.run(Path.of("readers", "verovio.mjs"), Map.of("SCORES", all));
    }
}
