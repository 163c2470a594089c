package dev.fermata.notation.audio;

import dev.fermata.notation.Instrument;
import java.util.Arrays;
import java.util.Random;

/** The sound of an instrument, detailed enough for tests: its overtones, and whether it decays. */
final class Timbre {
    /** Samples in a wave of one period. */
    private static final int WAVE = 2_048;

    /** Piano, harpsichord, mallets, guitars, harp: struck or plucked, decaying. */
    static final Timbre STRUCK = new Timbre(1.2, waves(1, 0.5, 0.25, 0.12, 0.06));

    /** Organ, strings, voices, brass, reeds: constant loudness, many overtones. */
    static final Timbre HELD = new Timbre(0, waves(0.7, 0.5, 0.35, 0.25, 0.15, 0.1));

    /** Flutes and pipes: constant loudness, few overtones. */
    static final Timbre PURE = new Timbre(0, waves(1, 0.15, 0.05));

    /** Percussion without pitch: short noise. */
    static final Timbre NOISE = new Timbre(0.08, new float[][] {noise()});

    private final double halfLifeSeconds;
    private final float[][] waves;

    /**
     * @param waves with no overtone, with one, and so on; a single one for sounds without pitch
     */
    private Timbre(double halfLifeSeconds, float[][] waves) {
        this.halfLifeSeconds = halfLifeSeconds;
        this.waves = waves;
    }

    static Timbre of(Instrument instrument) {
        if (instrument.percussion()) {
            return NOISE;
        }
        // General MIDI groups its programs by eight.
        return switch (instrument.program() / 8) {
            case 0, 1, 3, 4 -> STRUCK;
            case 9 -> PURE;
            // In the group of strings, only harp and timpani are not bowed.
            case 5 -> instrument.program() >= 45 ? STRUCK : HELD;
            case 13, 14 -> STRUCK;
            default -> HELD;
        };
    }

    /** One period of the sound of a MIDI key, or of the noise: 2,048 samples from −1.5 to 1.5. */
    float[] wave(int key) {
        // Frequencies above half the sample rate would be heard as another pitch.
        int audible = this == NOISE ? 0 : (int) (Performance.RATE / 2 / hertz(key));
        return waves[Math.min(audible, waves.length - 1)];
    }

    /** The factor by which the loudness changes with each sample. */
    float decay() {
        return halfLifeSeconds == 0 ? 1 : (float) StrictMath.pow(0.5, 1 / (halfLifeSeconds * Performance.RATE));
    }

    /** How far one sample advances in the wave, for a MIDI key. */
    double step(int key) {
        return WAVE * (this == NOISE ? key : hertz(key)) / Performance.RATE;
    }

    private static double hertz(int key) {
        return 440 * StrictMath.pow(2, (key - 69) / 12.0);
    }

    private static float[][] waves(double... overtones) {
        float[][] waves = new float[overtones.length + 1][];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = wave(Arrays.copyOf(overtones, i));
        }
        return waves;
    }

    private static float[] wave(double... overtones) {
        float[] wave = new float[WAVE];
        for (int i = 0; i < WAVE; i++) {
            double sample = 0;
            for (int k = 0; k < overtones.length; k++) {
                sample += overtones[k] * StrictMath.sin(2 * StrictMath.PI * (k + 1) * i / WAVE);
            }
            wave[i] = (float) sample;
        }
        return wave;
    }

    private static float[] noise() {
        Random random = new Random(1); // Java specifies its algorithm
        float[] noise = new float[WAVE];
        for (int i = 0; i < WAVE; i++) {
            noise[i] = 2 * random.nextFloat() - 1;
        }
        return noise;
    }
}
