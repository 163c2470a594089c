package dev.fermata.contracts;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationFailureType.MismatchFailure;
import au.com.dius.pact.provider.VerificationFailureType.StateChangeFailure;
import au.com.dius.pact.provider.VerificationResult;
import java.util.HashMap;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Verifies a provider against pacts, with Pact's own verifier. */
public final class Verification {
    /** Pact's own client retries after 429 or 503, a second later, which the pact does not contain. */
    private static final IHttpClientFactory ASKS_ONCE =
            provider -> HttpClients.custom().disableAutomaticRetries().build();

    private final Provider provider;
    private final ProviderVerifier verifier = new ProviderVerifier();

    /** A verification of this provider. */
    public Verification(Provider provider) {
        this.provider = provider;
        verifier.setReporters(List.of()); // its output is in its results
    }

    /** The differences between the provider and an interaction; empty if it matches. */
    public List<String> faultsOf(Pact pact, Interaction interaction) {
        ProviderInfo info = provider.info(pact.getProvider().getName());
        VerificationResult result = verifier.verifyInteraction(
                info,
                new ConsumerInfo(pact.getConsumer().getName()),
                new HashMap<>(),
                interaction,
                pact,
                null, // with the default, HTTP
                new ProviderClient(info, ASKS_ONCE));
        if (!(result instanceof VerificationResult.Failed failed)) {
            return List.of();
        }
        return failed.getFailures().values().stream()
                .flatMap(List::stream)
                .map(failure -> failure instanceof StateChangeFailure ? refusal(interaction) : words(failure))
                .distinct()
                .toList();
    }

    private String refusal(Interaction interaction) {
        return provider.states()
                .flatMap(url -> StateChanges.refusalOf(interaction.getProviderStates(), url))
                .orElse("its state could not be created");
    }

    /** The differences, each with its field. */
    private static String words(VerificationFailureType failure) {
        if (failure instanceof MismatchFailure mismatch) {
            return words(mismatch.getMismatch());
        }
        Throwable cause = failure.getException();
        return cause == null ? failure.description() : String.valueOf(cause.getMessage());
    }

    private static String words(Mismatch mismatch) {
        return mismatch instanceof BodyMismatch body
                ? body.getPath() + ": " + body.getMismatch()
                : mismatch.description();
    }
}
