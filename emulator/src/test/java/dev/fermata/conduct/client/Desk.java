package dev.fermata.conduct.client;

import dev.fermata.Fermata;
import dev.fermata.fixtures.SheetMusic;
import java.time.Duration;
import java.time.Instant;

/** Where a client sits: what it was given, and the clock on its wall, which is the world's. */
record Desk(Fermata fermata, String token) {
    /** Long enough for a second poll, and short enough for one job of either vendor to be patient with. */
    private static final byte[] PDF = SheetMusic.of("Conduct").pages(4).pdf();

    byte[] pdf() {
        return PDF;
    }

    Instant now() {
        return fermata.clock().instant();
    }

    /** Nobody waits in a test: the time is moved. */
    void sleep(Duration time) {
        fermata.clock().advance(time);
    }
}
