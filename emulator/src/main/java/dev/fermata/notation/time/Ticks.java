package dev.fermata.notation.time;

/** The unit of all positions and lengths. */
public final class Ticks {

    /** Makes whole numbers of the 128th note and of its triplets, quintuplets and septuplets. */
    public static final int PER_QUARTER = 10_080;

    private Ticks() {}
}
