package dev.fermata.exchange;

import dev.fermata.http.answer.Reply;

/** A request is refused with this reply. It has no stack trace: a refusal is an outcome, and no fault. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    public Refused(Reply reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    /** The answer to the request. */
    public Reply reply() {
        return reply;
    }
}
