package dev.fermata.account;

import dev.fermata.fidelity.Assumed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account has subscribed to. */
@Assumed(
        behaviour = "There are three plans: premium, free (room for 15 scores) and no-omr (recognition not included)",
        reason = "the vendor names the refusals of a plan, not the plans")
public enum Plan {
    /** Recognition, and as many scores as one likes. */
    PREMIUM(true, Integer.MAX_VALUE),
    /** Recognition, and room for 15 scores. */
    FREE(true, 15),
    /** No recognition. */
    NO_OMR(false, Integer.MAX_VALUE);

    private final boolean includesRecognition;
    private final int mostScores;

    Plan(boolean includesRecognition, int mostScores) {
        this.includesRecognition = includesRecognition;
        this.mostScores = mostScores;
    }

    public boolean includesRecognition() {
        return includesRecognition;
    }

    /** How many scores an account may own. */
    public int mostScores() {
        return mostScores;
    }

    /** The name on the command line and on the wire: {@code no-omr}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The plan with this label; underscores are read as hyphens. */
    public static Optional<Plan> labelled(String label) {
        return Arrays.stream(values())
                .filter(plan -> plan.label().equals(label.replace('_', '-')))
                .findFirst();
    }
}
