package dev.fermata.control;

import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.wire.AwaitedJson;
import dev.fermata.control.wire.AwaitedJson.MissJson;
import dev.fermata.control.wire.JournalJson;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.journal.Journal;
import dev.fermata.journal.Query;
import dev.fermata.spec.Fields;
import dev.fermata.spec.QueryReader;
import java.io.IOException;
import java.time.Duration;

/** Shows a client's requests, waits for requests, and clears the journal. */
final class JournalControl {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    Reply find(ControlCall call) {
        Journal journal = call.world().journal();
        Query query = QueryReader.parameters(call.world(), call::query);
        return Reply.json(200, new JournalJson(EntryView.of(journal.find(query)), journal.forgotten()));
    }

    Reply clear(ControlCall call) {
        call.world().journal().clear();
        return Reply.nothing();
    }

    /**
     * Waits for entries, in real time. A timeout is answered with 200, not with 408 or 504, because many clients retry
     * those automatically.
     */
    Answer await(ControlCall call) throws IOException {
        Fields fields = call.fields();
        Query query = QueryReader.fields(call.world(), fields);
        int count = fields.number("count").orElse(1);
        Duration timeout = fields.duration("timeout").orElse(USUAL_TIMEOUT);
        fields.requireNoOther();
        if (count < 1) {
            throw fields.bad("count", "count must be at least 1, was " + count);
        }
        if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw fields.bad("timeout", "timeout must be from PT0S to PT60S, was " + timeout);
        }
        Journal journal = call.world().journal();
        return new Answer.Later<>(
                () -> journal.await(query, count, timeout), awaited -> reply(awaited, journal.forgotten()));
    }

    private static Reply reply(Journal.Awaited awaited, long forgotten) {
        return Reply.json(
                200,
                new AwaitedJson(
                        awaited.complete(),
                        EntryView.of(awaited.entries()),
                        awaited.misses().stream()
                                .map(miss -> new MissJson(EntryView.of(miss.entry()), miss.because()))
                                .toList(),
                        forgotten));
    }
}
