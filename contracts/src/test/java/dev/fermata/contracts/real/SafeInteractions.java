package dev.fermata.contracts.real;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import java.util.Map;
import java.util.Set;

/**
 * The interactions that may be tried on a real service: all their objects are removed again, and they spend only what
 * their states are allowed to.
 */
public final class SafeInteractions {
    /** States that cost nothing and leave nothing. */
    private static final Set<String> FREE = Set.of("an account", "a score", "a collection");

    /** States that cost a page. */
    private static final Map<String, String> PAID = Map.of("an OMR job", "done", "a conversion", "completed");

    private SafeInteractions() {}

    /** Whether this interaction may be tried with the remaining allowance. */
    public static boolean contain(Interaction interaction, Allowance pages) {
        var http = interaction.asSynchronousRequestResponse();
        int status = http == null ? 0 : http.getResponse().getStatus();
        boolean reads = http != null && http.getRequest().getMethod().equals("GET");
        boolean isRefused = status >= 400 && status < 500;
        boolean endsWhatItWasGiven =
                http != null && http.getRequest().getMethod().equals("DELETE");
        return (reads || isRefused || endsWhatItWasGiven)
                && interaction.getProviderStates().stream().allMatch(state -> canBeMade(state, pages));
    }

    private static boolean canBeMade(ProviderState state, Allowance pages) {
        boolean isFree = FREE.contains(state.getName()) && state.getParams().isEmpty();
        String standing = String.valueOf(state.getParams().get("status"));
        return isFree || (standing.equals(PAID.get(state.getName())) && pages.hasPage());
    }
}
