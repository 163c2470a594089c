package dev.fermata.http.answer;

import io.javalin.http.Context;
import java.util.List;

/** One API of the server: its paths, and its own form of errors. */
public interface Api {
    /** The operations, in the order of its vendor's own documentation. */
    List<Route> routes();

    /** Whether this API answers for a path that no route matches. */
    boolean owns(String path);

    /** The longest body of a request for this path, in bytes. Operations may allow less. */
    long mostBodyBytes(String path);

    /** The answer to a request that matches no route. */
    Answer answerUnrouted(Context ctx, Unrouted reason);

    /** The answer to a request that could not be parsed, with this status. */
    Reply answerMalformed(int status);

    /** The answer in strict mode, in place of one that relies on this assumed behaviour: 501. */
    Reply answerAssumed(String behaviour);

    /** The answer when storage is full or has lost a document: 507. */
    Reply answerStorage(Context ctx, String reason);

    /** The answer after an unexpected failure: 500. */
    Reply answerBug(Context ctx);

    /** Why no route matches. */
    enum Unrouted {
        NO_SUCH_PATH,
        NO_SUCH_METHOD
    }

    /** The API that answers for a path. The last API owns every path. */
    static Api of(String path, List<? extends Api> apis) {
        return apis.stream()
                .filter(api -> api.owns(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("one API must own every path"));
    }
}
