package dev.fermata.control;

import dev.fermata.control.wire.FidelityJson;
import dev.fermata.control.wire.FidelityJson.BehaviourJson;
import dev.fermata.control.wire.FidelityJson.OperationJson;
import dev.fermata.fidelity.Fidelity;
import dev.fermata.fidelity.Fidelity.Level;
import dev.fermata.fidelity.SupportTable;
import dev.fermata.http.answer.Reply;
import dev.fermata.spec.Labels;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows what is emulated, and the source of each behaviour. */
final class FidelityControl {
    private final Supplier<SupportTable> fidelity;

    /** Reads the table on the first request: most servers are stopped without one. */
    FidelityControl(Supplier<SupportTable> fidelity) {
        this.fidelity = fidelity;
    }

    Reply get(Context ctx) {
        SupportTable table = fidelity.get();
        return Reply.json(
                200,
                new FidelityJson(
                        table.operations().stream()
                                .map(FidelityControl::operation)
                                .toList(),
                        table.behaviours().stream()
                                .map(FidelityControl::behaviour)
                                .toList()));
    }

    private static OperationJson operation(SupportTable.Line line) {
        Optional<Fidelity> fidelity = line.fidelity();
        return new OperationJson(
                line.vendor(),
                line.operation().method(),
                line.operation().path(),
                line.operation().id(),
                fidelity.isPresent(),
                fidelity.map(FidelityControl::kind).orElse(null),
                fidelity.map(FidelityControl::source).orElse(null),
                fidelity.map(FidelityControl::reason).orElse(null));
    }

    private static BehaviourJson behaviour(SupportTable.Behaviour said) {
        Fidelity fidelity = said.fidelity();
        return new BehaviourJson(
                said.vendor().isEmpty() ? null : said.vendor(),
                fidelity.behaviour(),
                kind(fidelity),
                source(fidelity),
                reason(fidelity),
                fidelity.where());
    }

    private static String kind(Fidelity fidelity) {
        return Labels.of(fidelity.level());
    }

    private static @Nullable String source(Fidelity fidelity) {
        return fidelity.level() == Level.ASSUMED ? null : fidelity.source();
    }

    private static @Nullable String reason(Fidelity fidelity) {
        return fidelity.level() == Level.ASSUMED ? fidelity.source() : null;
    }
}
