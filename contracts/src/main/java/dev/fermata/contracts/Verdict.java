package dev.fermata.contracts;

import java.util.List;

/**
 * The result of one interaction.
 *
 * @param file its pact
 * @param interaction its description
 * @param states its provider states
 * @param faults the differences between the provider and the pact
 */
public record Verdict(String file, String interaction, List<String> states, List<String> faults) {
    public Verdict {
        states = List.copyOf(states);
        faults = List.copyOf(faults);
    }

    /** Whether the provider matches. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
