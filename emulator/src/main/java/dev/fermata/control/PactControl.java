package dev.fermata.control;

import dev.fermata.flat.FlatOptions;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Body;
import dev.fermata.spec.BoundedJson;
import dev.fermata.spec.Fields;
import dev.fermata.states.ProviderState;
import dev.fermata.states.ProviderStates;
import dev.fermata.states.StateCatalogue;
import dev.fermata.world.Worlds;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Provider states for Pact verifiers of any language. */
final class PactControl {
    private static final int LONGEST_BODY = 64 * 1024;

    private final ProviderStates states;

    PactControl(Worlds worlds, FlatOptions flat) {
        this.states = new ProviderStates(worlds, flat);
    }

    /** The known states. */
    Reply list(Context ctx) {
        return Reply.json(
                200,
                Map.of(
                        "states",
                        StateCatalogue.all().stream().map(PactControl::json).toList()));
    }

    /** Sets up or tears down a state: {@code {"state": …, "params": {…}, "action": "setup" | "teardown"}}. */
    Reply change(Context ctx) throws IOException {
        try (Body body = Body.receive(ctx, LONGEST_BODY)) {
            // Verifiers send additional fields, different ones each; none is needed.
            Fields fields = Fields.of(BoundedJson.read(body), "");
            String state = fields.text("state").orElseThrow(() -> fields.missing("state"));
            String action = fields.text("action").orElse("setup");
            Map<String, String> params = params(fields);
            return switch (action) {
                case "setup" -> Reply.json(200, fields.checked("state", () -> setUp(state, params)));
                case "teardown" -> fields.checked("state", () -> tornDown(state, params));
                default -> throw fields.bad("action", "action must be setup or teardown, was " + action);
            };
        }
    }

    private Map<String, String> setUp(String state, Map<String, String> params) {
        try {
            return states.setUp(state, params);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply tornDown(String state, Map<String, String> params) {
        states.tearDown(state, params);
        return Reply.json(200, Map.of());
    }

    private static Map<String, String> params(Fields fields) {
        Map<String, String> params = new LinkedHashMap<>();
        fields.at("params")
                .ifPresent(json -> Fields.objectAt(json, "params")
                        .properties()
                        .forEach(param ->
                                params.put(param.getKey(), param.getValue().asText())));
        return params;
    }

    private static Map<String, Object> json(ProviderState state) {
        List<Map<String, Object>> parameters = state.allParameters().stream()
                .map(parameter -> Map.<String, Object>of("name", parameter.name(), "choices", parameter.choices()))
                .toList();
        return Map.of(
                "state", state.name(),
                "summary", state.summary(),
                "params", parameters,
                "values", state.allValues());
    }
}
