package dev.fermata.contracts.example;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import dev.fermata.fidelity.PublishedApi.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call and its answer.
 *
 * @param operation which of the vendor's it is
 * @param path the parameters of its path
 * @param form what it sends as a form, if it does
 * @param interaction the call and its answer as Pact knows them
 */
public record Example(Operation operation, Map<String, String> path, Optional<Form> form, SynchronousHttp interaction) {

    static Example of(
            Call call, List<ProviderState> states, HttpRequest request, HttpResponse response, Optional<Form> form) {
        // The key tells interactions apart in the file; taken from the words, it stays when a detail changes.
        String key = Integer.toHexString(call.description().hashCode());
        return new Example(
                call.operation(),
                call.path(),
                form,
                new SynchronousHttp(key, call.description(), states, request, response));
    }

    /** What is asked for, and what comes of it. */
    public String description() {
        return interaction.getDescription();
    }

    public HttpRequest request() {
        return interaction.getRequest();
    }

    public HttpResponse response() {
        return interaction.getResponse();
    }

    public int status() {
        return response().getStatus();
    }

    /** The body of the answer; empty where there is none. */
    public byte[] answer() {
        return response().getBody().orEmpty();
    }

    public boolean answersJson() {
        return Optional.ofNullable(response().getHeaders().get("Content-Type"))
                .map(types -> types.get(0).equals("application/json"))
                .orElse(false);
    }

    @Override
    public String toString() {
        return description();
    }
}
