package dev.fermata.spec;

import dev.fermata.job.script.At;
import dev.fermata.job.script.JobFault;
import dev.fermata.scenario.DocumentMatch;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes scenarios in the form that {@link ScenarioReader} reads. */
public final class ScenarioView {
    private ScenarioView() {}

    public static Map<String, Object> of(Scenario scenario) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", scenario.name());
        json.put("summary", scenario.summary());
        json.put("advice", scenario.advice());
        json.put("when", when(scenario.when()));
        json.put("then", then(scenario.then()));
        return json;
    }

    private static Map<String, Object> when(When when) {
        Map<String, Object> json = new LinkedHashMap<>();
        when.vendor().ifPresent(vendor -> json.put("vendor", vendor));
        when.operation().ifPresent(operation -> json.put("operation", operation));
        when.account().ifPresent(account -> json.put("account", account));
        when.document().ifPresent(sheet -> json.put("document", sheet(sheet)));
        Occurrences times = when.times();
        putUnless(json, "after", times.after(), Occurrences.ALL.after());
        putUnless(json, "times", times.times(), Occurrences.ALL.times());
        putUnless(json, "every", times.every(), Occurrences.ALL.every());
        putUnless(json, "probability", times.probability(), Occurrences.ALL.probability());
        putUnless(json, "seed", times.seed(), Occurrences.ALL.seed());
        return json;
    }

    private static void putUnless(Map<String, Object> json, String name, Object value, Object usual) {
        if (!value.equals(usual)) {
            json.put(name, value);
        }
    }

    private static Map<String, Object> sheet(DocumentMatch sheet) {
        Map<String, Object> json = new LinkedHashMap<>();
        sheet.name().ifPresent(name -> json.put("name", name));
        sheet.sha256().ifPresent(hash -> json.put("sha256", hash));
        boolean open = sheet.mostPages() == Integer.MAX_VALUE;
        if (sheet.fewestPages() > 1 || !open) {
            json.put("pages", sheet.fewestPages() + "-" + (open ? "" : sheet.mostPages()));
        }
        return json;
    }

    private static Map<String, Object> then(Then then) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (then instanceof Then.Job job) {
            fault(job.fault(), json);
        } else if (then instanceof Then.Refusal error) {
            json.put("error", error.status());
            error.code().ifPresent(code -> json.put("code", code));
        } else if (then instanceof Then.ProxyPage page) {
            json.put("proxyPage", page.status());
        } else if (then instanceof Then.Garbled garbled) {
            json.put("garbled", Labels.of(garbled.how()));
        } else if (then instanceof Then.Latency latency) {
            json.put("latency", latency.by().toString());
            json.put("jitter", latency.jitter().toString());
        } else if (then instanceof Then.SlowBody slow) {
            json.put("slowBody", slow.over().toString());
        } else if (then instanceof Then.Reset reset) {
            json.put("reset", Labels.of(reset.at()));
        } else if (then instanceof Then.Refused refused) {
            json.put("refused", refused.until().toString());
        } else if (then instanceof Then.Credits credits) {
            json.put("credits", credits.left());
        } else if (then instanceof Then.Subscribed subscribed) {
            json.put("plan", subscribed.plan().label());
        } else if (then instanceof Then.Limited limited) {
            json.put("limit", limited.rule().requests());
            json.put("window", limited.rule().window().toString());
        }
        return json;
    }

    private static void fault(JobFault fault, Map<String, Object> json) {
        if (fault instanceof JobFault.Fails fails) {
            json.put("job", "fails");
            json.put("because", Labels.of(fails.because()));
            json.put(
                    fails.at().unit() == At.Unit.PAGE ? "atPage" : "atPercent",
                    fails.at().number());
        } else if (fault instanceof JobFault.Stalls stalls) {
            json.put("job", "stalls");
            json.put("atPercent", stalls.percent());
        } else if (fault instanceof JobFault.Slower slower) {
            json.put("job", "slower");
            json.put("factor", slower.factor());
        } else if (fault instanceof JobFault.GoesBack back) {
            json.put("job", "goes-back");
            json.put("from", back.from());
            json.put("to", back.to());
        } else if (fault instanceof JobFault.WithoutResult) {
            json.put("job", "without-result");
        } else if (fault instanceof JobFault.ResultLate late) {
            json.put("job", "result-late");
            json.put("by", late.by().toString());
        } else if (fault instanceof JobFault.Vanishes vanishes) {
            json.put("job", "vanishes");
            json.put("atPercent", vanishes.percent());
        } else if (fault instanceof JobFault.AwaitsOnce) {
            json.put("job", "awaits-once");
        } else if (fault instanceof JobFault.AwaitsForever) {
            json.put("job", "awaits-forever");
        }
    }
}
