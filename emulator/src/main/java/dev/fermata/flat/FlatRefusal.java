package dev.fermata.flat;

import dev.fermata.exchange.Refused;
import dev.fermata.http.answer.Reply;
import dev.fermata.job.order.Refusal;
import java.util.Optional;

/** Flat refuses a call with this reply. Handlers throw it, the gate sends it. It has no stack trace. */
public final class FlatRefusal extends Refused {
    private static final long serialVersionUID = 1;

    public FlatRefusal(Reply reply) {
        super(reply);
    }

    /**
     * Passes on what the engine says.
     *
     * @throws FlatRefusal if the engine refuses
     */
    public static void throwIfAny(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw new FlatRefusal(FlatErrors.of(refusal.get()));
        }
    }
}
