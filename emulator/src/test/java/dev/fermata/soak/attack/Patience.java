package dev.fermata.soak.attack;

import java.util.function.IntSupplier;

/** Waits for what the server does by itself. */
public final class Patience {
    private static final int PAUSE_MILLIS = 100;
    private static final int STEADY = 20;

    private Patience() {}

    /** Waits until an amount has sunk to this, but not for ever; answers how much it is then. */
    public static int until(IntSupplier amount, int atMost, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int now = amount.getAsInt();
        while (now > atMost && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            now = amount.getAsInt();
        }
        return now;
    }

    /** Waits until an amount has been the same for two seconds, but not for ever. */
    public static void untilSteady(IntSupplier amount, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int last = amount.getAsInt();
        for (int same = 0; same < STEADY && System.nanoTime() < end; same++) {
            Thread.sleep(PAUSE_MILLIS);
            int now = amount.getAsInt();
            same = now == last ? same : -1;
            last = now;
        }
    }
}
