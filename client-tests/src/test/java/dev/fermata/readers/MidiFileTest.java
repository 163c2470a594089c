package dev.fermata.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.clients.NodeClient;
import dev.fermata.fixtures.Etude;
import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A MIDI reader in JavaScript, npm {@code midi-file}, compared with Java's. */
class MidiFileTest {
    private static final List<String> TITLES = List.of("夜想曲 第2番", "ضوء القمر", "🎼 Für Élise 𝄞");

    @Test
    void readsTheSameNotesTemposMetresKeysAndNamesAsJava(@TempDir Path folder) throws Exception {
        try (GivenScores scores = new GivenScores(folder)) {
            for (String title : TITLES) {
                int pages = TITLES.indexOf(title) + 1;
                scores.imagined(
                        "imagined-" + pages, SheetMusic.of("x").pages(pages).pdf(), title);
            }
            Stream.of(Etude.values()).forEach(scores::uploaded);
        }

        String said = NodeClient.run(Path.of("readers", "midi-file.mjs"), Map.of("SCORES", folder.toString()));

        List<String> java = java(folder);
        assertEquals(java, said.lines().toList());
        for (String title : TITLES) {
            assertTrue(java.contains("0: 0 name " + title), title);
        }
        assertTrue(java.contains("1: 0 name ソプラノ"));
    }

    private static List<String> java(Path folder) throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".mid"))
                    .sorted()
                    .toList()) {
                Heard heard = Heard.in(file);
                all.add(file.getFileName() + " " + heard.division());
                for (int i = 0; i < heard.tracks().size(); i++) {
                    int number = i;
                    heard.tracks().get(i).lines().sorted().forEach(line -> all.add(number + ": " + line));
                }
            }
        }
        return all;
    }
}
