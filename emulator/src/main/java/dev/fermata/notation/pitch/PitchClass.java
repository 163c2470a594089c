package dev.fermata.notation.pitch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a pitch without its octave, such as the key of an instrument: the F of a horn in F.
 *
 * @param alter 1 for a sharp, −1 for a flat, 0 for neither
 */
public record PitchClass(Step step, int alter) {
    private static final Pattern NAME = Pattern.compile("([A-G])([b♭#♯]?)");

    /**
     * Up to here an instrument sounds higher than written, as a trumpet in E♭; above, it sounds lower, as a horn in E.
     */
    private static final int MOST_SEMITONES_UP = 3;

    /** Reads a letter A to G, optionally with {@code b}, {@code ♭}, {@code #} or {@code ♯}. */
    public static Optional<PitchClass> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int alter = switch (matcher.group(2)) {
            case "" -> 0;
            case "#", "♯" -> 1;
            default -> -1;
        };
        return Optional.of(new PitchClass(Step.valueOf(matcher.group(1)), alter));
    }

    /** The sounding pitch of a written C with this transposition. */
    public static PitchClass soundingFor(Transposition transposition) {
        Step step = Step.of(transposition.steps());
        int alter = Math.floorMod(transposition.semitones() - step.semitones() + 6, 12) - 6;
        return new PitchClass(step, alter);
    }

    /** The transposition of an instrument in this key; of the usual ones the smaller, which is mostly downwards. */
    public Transposition transposition() {
        int semitones = step.semitones() + alter;
        return semitones > MOST_SEMITONES_UP
                ? new Transposition(step.index() - 7, semitones - 12)
                : new Transposition(step.index(), semitones);
    }

    /** {@code F}, {@code Bb}, {@code C#}. */
    public String label() {
        return step.name() + (alter > 0 ? "#".repeat(alter) : "b".repeat(-alter));
    }
}
