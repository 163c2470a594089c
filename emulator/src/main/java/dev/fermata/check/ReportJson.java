package dev.fermata.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Verdict;
import dev.fermata.journal.Entry;
import java.io.IOException;

/** The report for programs. */
final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportJson() {}

    static byte[] of(Assessment assessment) throws IOException {
        ObjectNode report = JSON.createObjectNode();
        report.put("passed", assessment.complaint().isEmpty());
        assessment.complaint().ifPresent(why -> report.put("complaint", why));
        ArrayNode rules = report.putArray("rules");
        assessment.rules().forEach(rule -> put(rules.addObject(), rule, assessment));
        ArrayNode exercises = report.putArray("exercises");
        assessment.runs().forEach(run -> put(exercises.addObject(), run));
        ArrayNode stale = report.putArray("staleKnownFailures");
        assessment.stale().forEach(known -> stale.add(known.toString()));
        return JSON.writeValueAsBytes(report);
    }

    private static void put(ObjectNode json, Rule rule, Assessment assessment) {
        json.put("id", rule.id());
        json.put("level", rule.level().name());
        json.put("verdict", assessment.of(rule).label());
        json.put("known", assessment.isKnown(rule));
        json.put("demand", rule.demand());
        json.put("source", rule.source());
        json.put("advice", rule.advice());
    }

    private static void put(ObjectNode json, ExerciseRun run) {
        json.put("name", run.exercise().name());
        json.put("summary", run.exercise().summary());
        json.put("ending", run.outcome().ending().label());
        json.put("status", run.outcome().status());
        json.put("millis", run.took().toMillis());
        ArrayNode verdicts = json.putArray("verdicts");
        run.verdicts().forEach(verdict -> put(verdicts.addObject(), verdict));
        ArrayNode requests = json.putArray("requests");
        run.run().entries().forEach(entry -> put(requests.addObject(), entry));
    }

    private static void put(ObjectNode json, Verdict verdict) {
        json.put("rule", verdict.rule().id());
        json.put("verdict", verdict.kind().label());
        ArrayNode evidence = json.putArray("evidence");
        verdict.evidence().forEach(piece -> {
            ObjectNode one = evidence.addObject().put("sentence", piece.sentence());
            ArrayNode entries = one.putArray("requests");
            piece.entries().forEach(entries::add);
        });
    }

    private static void put(ObjectNode json, Entry entry) {
        json.put("number", entry.number());
        json.put("at", entry.at().toString());
        json.put("answeredAt", entry.answeredAt().toString());
        json.put("method", entry.method());
        json.put("path", entry.path());
        entry.operation().ifPresent(operation -> json.put("operation", operation));
        json.put("status", entry.status());
        entry.scenario().ifPresent(scenario -> json.put("scenario", scenario));
    }
}
