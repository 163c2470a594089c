package dev.fermata.http.answer;

import io.javalin.http.Context;
import java.util.List;

/** A part of the server with paths, errors and words of its own. */
public interface Api {
    /** The operations, in the order of its vendor's own documentation. */
    List<Route> routes();

    /** Whether a path that no route matches is answered in this api's words. */
    boolean owns(String path);

    /** How long the body of a request for this path may be; each operation has limits of its own below that. */
    long mostBodyBytes(String path);

    /** The answer to a path that no route matches, or none with this method. */
    Answer answerUnrouted(Context ctx, Unrouted reason);

    /** The answer to a request that the server could not even read, with this status. */
    Reply answerMalformed(int status);

    /** The answer in place of one that would rely on this behaviour, which is only assumed: 501. */
    Reply answerAssumed(String behaviour);

    /** The answer to a request for which the server has no room, or whose documents it has lost: 507. */
    Reply answerStorage(Context ctx, String reason);

    /** The answer to a request that went wrong through a bug of ours. */
    Reply answerBug(Context ctx);

    /** Why there is no route. */
    enum Unrouted {
        NO_SUCH_PATH,
        NO_SUCH_METHOD
    }

    /** The api that answers for a path; the last one owns them all. */
    static Api of(String path, List<? extends Api> apis) {
        return apis.stream()
                .filter(api -> api.owns(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("one api must own every path"));
    }
}
