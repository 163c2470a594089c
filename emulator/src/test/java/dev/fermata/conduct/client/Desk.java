package dev.fermata.conduct.client;

import dev.fermata.Fermata;
import dev.fermata.fixtures.SheetMusic;
import java.time.Duration;
import java.time.Instant;

/** A client's environment: its settings, and the world's clock. */
record Desk(Fermata fermata, String token) {
    /** Enough for a second poll, and short enough for one job of either vendor to exceed it. */
    private static final byte[] PDF = SheetMusic.of("Conduct").pages(4).pdf();

    byte[] pdf() {
        return PDF;
    }

    Instant now() {
        return fermata.clock().instant();
    }

    /** Tests do not wait: they move the clock. */
    void sleep(Duration time) {
        fermata.clock().advance(time);
    }
}
