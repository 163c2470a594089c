package dev.fermata.contracts;

import java.util.List;

/**
 * What came of one interaction.
 *
 * @param file the pact that it is in
 * @param interaction what it is about
 * @param states what must be so beforehand
 * @param faults in what the provider is not as it says
 */
public record Verdict(String file, String interaction, List<String> states, List<String> faults) {
    public Verdict {
        states = List.copyOf(states);
        faults = List.copyOf(faults);
    }

    /** Whether the provider is as it says. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
