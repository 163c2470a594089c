package dev.fermata.control;

import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.gate.Problem;
import dev.fermata.http.answer.Reply;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Scenarios;
import dev.fermata.spec.ScenarioReader;
import dev.fermata.spec.ScenarioView;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lists the known and the active scenarios, starts and ends them. */
final class ScenarioControl {
    /** The built-in scenarios. */
    Reply catalogue(Context ctx) {
        return listed(Catalogue.all().stream().map(ScenarioView::of).toList());
    }

    /** The active scenarios, newest first. */
    Reply list(ControlCall call) {
        Scenarios scenarios = call.world().scenarios();
        return listed(scenarios.state().stream()
                .map(played -> view(played.scenario(), played.matched()))
                .toList());
    }

    /** Starts a scenario; an active one of the same name starts again. */
    Reply play(ControlCall call) throws IOException {
        Scenario scenario = ScenarioReader.read(call.fields());
        try {
            call.world().scenarios().play(scenario);
        } catch (IllegalStateException tooMany) {
            return Problem.of(409, "Too many scenarios", String.valueOf(tooMany.getMessage()));
        }
        return Reply.json(201, view(scenario, 0));
    }

    Reply stop(ControlCall call) {
        String name = call.path("name");
        return call.world().scenarios().stop(name)
                ? Reply.nothing()
                : Problem.of(404, "Unknown scenario", "The scenario " + name + " is not active in this world");
    }

    Reply stopAll(ControlCall call) {
        call.world().scenarios().stopAll();
        return Reply.nothing();
    }

    private static Reply listed(List<Map<String, Object>> scenarios) {
        return Reply.json(200, Map.of("scenarios", scenarios));
    }

    private static Map<String, Object> view(Scenario scenario, long matched) {
        Map<String, Object> json = ScenarioView.of(scenario);
        json.put("matched", matched);
        return json;
    }
}
