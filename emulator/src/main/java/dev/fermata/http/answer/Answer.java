package dev.fermata.http.answer;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What an operation answers: a {@link Reply} now, or one {@link Later}. */
public sealed interface Answer permits Reply, Answer.Later {
    /** The same answer with its reply changed. */
    Answer map(UnaryOperator<Reply> change);

    /**
     * A reply that waits for something; no thread waits with it.
     *
     * @param event begins to wait; called once the request has let go of its thread
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
}
