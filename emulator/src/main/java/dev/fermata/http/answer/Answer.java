package dev.fermata.http.answer;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an operation answers: a {@link Reply} now, one {@link Later}, or {@link Events} as they happen. */
public sealed interface Answer permits Reply, Answer.Later, Answer.Events {
    /** The same answer with its reply changed. */
    Answer map(UnaryOperator<Reply> change);

    /**
     * A reply that waits for something; no thread waits with it.
     *
     * @param event begins to wait; called once the request has released its thread
     * @param reply what to say then; called on a thread of the server
     */
    record Later<T>(Supplier<CompletionStage<T>> event, Function<T, Reply> reply) implements Answer {
        @Override
        public Later<T> map(UnaryOperator<Reply> change) {
            return new Later<>(event, reply.andThen(change));
        }

        /** The same reply, after something else. */
        public Later<T> after(Function<T, CompletionStage<T>> delay) {
            return new Later<>(() -> event.get().thenCompose(delay), reply);
        }
    }

    /**
     * Server-sent events, {@code text/event-stream}, until the source ends them or the client leaves. No thread waits
     * between them.
     *
     * @param opening the status and the headers; it has no content
     * @param source where the events come from
     */
    record Events(Reply opening, Source source) implements Answer {
        /** Events of this source. */
        public static Events of(Source source) {
            Reply opening = Reply.of(200, "text/event-stream", new byte[0]).with("Cache-Control", "no-store");
            return new Events(opening, source);
        }

        @Override
        public Events map(UnaryOperator<Reply> change) {
            return new Events(change.apply(opening), source);
        }
    }

    /** Where events come from. */
    @FunctionalInterface
    interface Source {
        /**
         * Begins to send events to a client.
         *
         * @return stops it; called once, when the client has left, reads too slowly, or the server closes
         */
        Runnable begin(Sink client);
    }

    /** A client that listens to events. Safe for use by many threads; sending never blocks. */
    interface Sink {
        void send(Event event);

        /** No more events. */
        void end();
    }

    /**
     * One event.
     *
     * @param id what a client sends as {@code Last-Event-ID} to go on after it; a single line
     * @param type what happened; a single line
     * @param data any text
     */
    record Event(String id, String type, String data) {
        /** Refuses an id or a type of several lines. */
        public Event {
            if ((id + type).matches("(?s).*[\\r\\n\\x00].*")) {
                throw new IllegalArgumentException("the id and the type of an event must be single lines");
            }
        }

        /** The event as it is sent. */
        public String text() {
            return "id: " + id + "\nevent: " + type + "\n"
                    + data.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining()) + "\n";
        }
    }
}
