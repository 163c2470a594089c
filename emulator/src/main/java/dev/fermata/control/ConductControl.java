package dev.fermata.control;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.wire.JudgementJson;
import dev.fermata.control.wire.RuleJson;
import dev.fermata.control.wire.VerdictJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.spec.Fields;
import dev.fermata.spec.Labels;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Shows the rules of conduct, and judges a client's requests in a world by them. */
final class ConductControl {
    private static final String ALL = "omr-import";

    /** All rules, and the named sets of rules. */
    Reply rules(Context ctx) {
        List<RuleJson> all = Rulebook.all().stream().map(ConductControl::json).toList();
        return Reply.json(200, Map.of("rules", all, "sets", Rulebook.sets()));
    }

    /** The verdicts on a world until now. The status is 200 even if a rule is broken. */
    Reply judge(ControlCall call) throws IOException {
        Fields fields = call.fieldsIfAny();
        List<Rule> rules = fields.checked(
                "rules", () -> Rulebook.named(fields.text("rules").orElse(ALL)));
        Ending ending = fields.text("ending").isEmpty() ? Ending.UNKNOWN : fields.choice("ending", Ending.class);
        fields.requireNoOther();
        List<Verdict> verdicts = Rulebook.judge(rules, Run.of(call.world().journal(), ending));
        boolean exercised = verdicts.stream().anyMatch(verdict -> verdict.kind() != Verdict.Kind.NOT_EXERCISED);
        boolean broken = verdicts.stream().anyMatch(verdict -> verdict.kind().compareTo(Verdict.Kind.FAIL) >= 0);
        return Reply.json(
                200,
                new JudgementJson(
                        exercised && !broken,
                        verdicts.stream().map(ConductControl::json).toList()));
    }

    private static RuleJson json(Rule rule) {
        return new RuleJson(
                rule.id(), rule.level().name(), rule.vendors(), rule.demand(), rule.source(), rule.advice());
    }

    private static VerdictJson json(Verdict verdict) {
        return new VerdictJson(
                verdict.rule().id(),
                Labels.of(verdict.kind()),
                verdict.evidence().stream()
                        .map(piece -> new VerdictJson.Evidence(piece.sentence(), piece.entries()))
                        .toList());
    }
}
