package dev.fermata.http.answer;

import io.javalin.http.Context;

/** Learns how a request is answered, just before the client does. Told once. */
@FunctionalInterface
public interface ReplyListener {
    /** The reply that is sent, with the fault that it meets on its way. */
    void sending(Reply reply);

    /** Has a listener told of the reply to a request; the last one that is set is told. */
    static void set(Context ctx, ReplyListener listener) {
        ctx.attribute(Registry.ATTRIBUTE, listener);
    }

    /** Tells the listener of a request, if there is one. */
    static void tell(Context ctx, Reply reply) {
        ReplyListener listener = ctx.attribute(Registry.ATTRIBUTE);
        if (listener != null) {
            ctx.attribute(Registry.ATTRIBUTE, null);
            listener.sending(reply);
        }
    }

    /** Where listeners are kept. */
    final class Registry {
        private static final String ATTRIBUTE = "fermata.reply-listener";

        private Registry() {}
    }
}
