package dev.fermata.control;

import dev.fermata.http.Reply;

/** An error of Fermata's own, as problem details by RFC 9457. */
record Problem(int status, String title, String detail) {
    static Reply of(int status, String title, String detail) {
        return Reply.json(status, "application/problem+json", new Problem(status, title, detail));
    }
}
