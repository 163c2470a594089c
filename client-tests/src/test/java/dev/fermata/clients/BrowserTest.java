package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.fixtures.SheetMusic;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web page in a real browser, of another origin than the server that it calls. */
class BrowserTest {
    @Test
    void runsAnOmrJobFromAPageOfAnotherOrigin(@TempDir Path profile) throws Exception {
        byte[] pdf = SheetMusic.of("Patience — 忍耐").pages(1).pdf();
        try (Fermata fermata = Fermata.start();
                PageServer pages = PageServer.of(Path.of("clients", "browser-omr.html"), Map.of("/music.pdf", pdf))) {
            URI page = pages.url("?token=some-token&flat=" + fermata.flatUrl());
            try (Chromium browser = Chromium.open(page, profile)) {
                assertEquals(
                        "done: Patience — 忍耐, attachment; filename=\"Patience _ __.xml\";"
                                + " filename*=UTF-8''Patience%20%E2%80%94%20%E5%BF%8D%E8%80%90.xml, limit 7200",
                        pages.said(), browser::output);
            }
        }
    }
}
