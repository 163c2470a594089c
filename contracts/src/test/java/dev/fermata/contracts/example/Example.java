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
 * @param operation the vendor's operation
 * @param path the parameters of its path
 * @param form the form that it sends, if any
 * @param interaction the call and its answer in Pact's classes
 */
public record Example(Operation operation, Map<String, String> path, Optional<Form> form, SynchronousHttp interaction) {

    static Example of(
            Call call, List<ProviderState> states, HttpRequest request, HttpResponse response, Optional<Form> form) {
        // The key identifies interactions in the file; it is computed from the description, so it stays the same when a
        // detail changes.
        String key = Integer.toHexString(call.description().hashCode());
        return new Example(
                call.operation(),
                call.path(),
                form,
                new SynchronousHttp(key, call.description(), states, request, response));
    }

    /** A description of the request and its result. */
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

    /** The body of the answer; empty if there is none. */
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
