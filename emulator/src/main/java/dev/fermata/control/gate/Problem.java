package dev.fermata.control.gate;

import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.BadBody;
import dev.fermata.spec.BadField;

/** Errors of Fermata's own API, as problem details (RFC 9457). */
public final class Problem {
    private Problem() {}

    public static Reply of(int status, String title, String detail) {
        return reply(new ProblemJson(status, title, detail, null));
    }

    /** An invalid field, parameter or part of the path. */
    public static Reply badField(String field, String detail) {
        return reply(new ProblemJson(400, "Not understood", detail, field));
    }

    static Reply of(BadField bad) {
        return reply(new ProblemJson(
                400,
                "Not understood",
                String.valueOf(bad.getMessage()),
                bad.field().isEmpty() ? null : bad.field()));
    }

    static Reply of(BadBody body) {
        int status = switch (body.kind()) {
            case TOO_LARGE -> 413;
            case UNSUPPORTED_CODING -> 415;
            case MALFORMED, INCOMPLETE -> 400;
        };
        return reply(new ProblemJson(
                status, "Not understood", body.reason(), body.param().orElse(null)));
    }

    private static Reply reply(ProblemJson problem) {
        return Reply.json(problem.status(), "application/problem+json", problem).by(OwnAnswer.CONTROL);
    }
}
