package dev.fermata.notation.pitch;

/** The seven names of notes. */
public enum Step {
    C(0, 0),
    D(1, 2),
    E(2, 4),
    F(3, 5),
    G(4, 7),
    A(5, 9),
    B(6, 11);

    private static final Step[] ALL = values();

    private final int index;
    private final int semitones;

    Step(int index, int semitones) {
        this.index = index;
        this.semitones = semitones;
    }

    /** Steps above C, 0 to 6. */
    public int index() {
        return index;
    }

    /** Semitones above C, 0 to 11. */
    public int semitones() {
        return semitones;
    }

    /** The step {@code index} steps above C, in any octave. */
    public static Step of(int index) {
        return ALL[Math.floorMod(index, ALL.length)];
    }
}
