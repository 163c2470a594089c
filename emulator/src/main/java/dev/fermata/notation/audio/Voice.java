package dev.fermata.notation.audio;

/** A tone while it sounds. */
final class Voice {
    private static final int ATTACK = Performance.RATE / 200;
    private static final int RELEASE = Performance.RATE / 40;

    private final Strike strike;
    private final float[] wave;
    private final double step;
    private final float decay;
    private double place;
    private float loudness = 1;

    Voice(Strike strike) {
        this.strike = strike;
        this.wave = strike.timbre().wave(strike.key());
        this.step = strike.timbre().step(strike.key());
        this.decay = strike.timbre().decay();
    }

    /** Adds its samples from {@code first} on. Returns whether it continues after them. */
    boolean mixInto(float[] mix, int length, long first) {
        int from = (int) Math.max(0, strike.start() - first);
        int to = (int) Math.min(length, strike.end() - first);
        for (int i = from; i < to; i++) {
            long played = first + i - strike.start();
            long left = strike.end() - first - i;
            float shape = Math.min(1, Math.min((float) played / ATTACK, (float) left / RELEASE));
            mix[i] += shape * loudness * wave[(int) place];
            loudness *= decay;
            place += step;
            if (place >= wave.length) {
                place %= wave.length;
            }
        }
        return strike.end() > first + length;
    }
}
