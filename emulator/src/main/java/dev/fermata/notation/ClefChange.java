package dev.fermata.notation;

/**
 * A clef and the position from which it applies.
 *
 * @param onset ticks from the start of the measure
 * @param staff 1 is the topmost of the part
 */
public record ClefChange(int onset, int staff, Clef clef) {}
