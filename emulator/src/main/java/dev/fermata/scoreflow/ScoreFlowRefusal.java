package dev.fermata.scoreflow;

import dev.fermata.exchange.Refused;
import dev.fermata.http.answer.Reply;

/** ScoreFlow refuses a call with this reply. Handlers throw it, the gate sends it. It has no stack trace. */
public final class ScoreFlowRefusal extends Refused {
    private static final long serialVersionUID = 1;

    public ScoreFlowRefusal(Reply reply) {
        super(reply);
    }
}
