package dev.fermata.contracts;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out why a state cannot be created: Pact's verifier does not show the answer. */
final class StateChanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateChanges() {}

    /** The error of the first state that cannot be created. */
    static Optional<String> refusalOf(List<ProviderState> states, URI url) {
        HttpClient http = HttpClient.newHttpClient();
        for (ProviderState state : states) {
            try {
                String body = JSON.writeValueAsString(Map.of("state", state.getName(), "params", state.getParams()));
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() >= 400) {
                    return Optional.of(
                            JSON.readTree(answer.body()).path("detail").asText(answer.body()));
                }
            } catch (IOException unreachable) {
                return Optional.of(url + " does not answer");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.empty();
    }
}
