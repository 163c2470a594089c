package dev.fermata.control;

import dev.fermata.clock.BackInTimeException;
import dev.fermata.clock.VirtualClock;
import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.gate.Problem;
import dev.fermata.control.wire.ClockJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.spec.Fields;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows the time of a world, and moves it. */
final class ClockControl {
    Reply get(ControlCall call) {
        return reply(call, Optional.empty());
    }

    Reply freeze(ControlCall call) {
        call.world().clock().freeze();
        return get(call);
    }

    Reply resume(ControlCall call) {
        call.world().clock().resume();
        return get(call);
    }

    Reply advance(ControlCall call) throws IOException {
        Duration by = read(call, "by", Duration::parse, "a duration such as PT2H");
        return change(call, "by", clock -> clock.advance(by));
    }

    Reply set(ControlCall call) throws IOException {
        Instant to = read(call, "to", Instant::parse, "an instant such as 2026-11-22T10:00:00Z");
        return change(call, "to", clock -> clock.setTo(to));
    }

    Reply speed(ControlCall call) throws IOException {
        Fields fields = call.fields();
        fields.requireOnly("speed");
        double speed = fields.decimal("speed").orElseThrow(() -> fields.missing("speed"));
        return change(call, "speed", clock -> clock.speed(speed));
    }

    /** Moves the time to the next event. */
    Reply step(ControlCall call) {
        Optional<Instant> to = call.world().step();
        return to.isPresent()
                ? reply(call, to)
                : Problem.of(409, "No next event", "No job or timer of this world is due");
    }

    /** Applies a change; the only place that turns a clock's exceptions into answers. */
    private Reply change(ControlCall call, String field, Consumer<VirtualClock> change) {
        try {
            change.accept(call.world().clock());
            return get(call);
        } catch (BackInTimeException past) {
            return Problem.of(409, "Time never goes back", String.valueOf(past.getMessage()));
        } catch (IllegalArgumentException outOfRange) {
            return Problem.badField(field, String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Reply reply(ControlCall call, Optional<Instant> to) {
        VirtualClock clock = call.world().clock();
        double speed = clock.speed();
        return Reply.json(
                200,
                new ClockJson(
                        clock.instant().toString(),
                        speed,
                        speed == 0,
                        clock.hasEnded(),
                        to.map(Instant::toString).orElse(null)));
    }

    private static <T> T read(ControlCall call, String field, Function<String, T> parser, String what)
            throws IOException {
        Fields fields = call.fields();
        fields.requireOnly(field);
        String given = fields.text(field).orElseThrow(() -> fields.missing(field));
        try {
            return parser.apply(given);
        } catch (DateTimeException notOne) {
            throw fields.bad(field, field + " must be " + what + ", was " + given);
        }
    }
}
