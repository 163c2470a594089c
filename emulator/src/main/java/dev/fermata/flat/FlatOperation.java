package dev.fermata.flat;

import dev.fermata.http.answer.Answer;
import java.util.Set;

/**
 * One emulated operation of Flat.
 *
 * @param method as GET
 * @param path below {@code /v2}
 * @param scopes one of these must a token have; none are asked for when empty
 * @param access whether a call without a token may try
 * @param handler what it does; its method is named by the vendor's operation id
 */
public record FlatOperation(String method, String path, Set<String> scopes, Access access, Handler handler) {
    /** Who may call. */
    public enum Access {
        WITH_TOKEN,
        /** Anybody, as far as what is asked for is public. */
        OPEN
    }

    /** Reads a call, asks the engine, says it in Flat's words. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(FlatCall call) throws Exception;
    }

    public static FlatOperation get(String path, Handler handler, String... scopes) {
        return new FlatOperation("GET", path, Set.of(scopes), Access.WITH_TOKEN, handler);
    }

    public static FlatOperation post(String path, Handler handler, String... scopes) {
        return new FlatOperation("POST", path, Set.of(scopes), Access.WITH_TOKEN, handler);
    }

    public static FlatOperation put(String path, Handler handler, String... scopes) {
        return new FlatOperation("PUT", path, Set.of(scopes), Access.WITH_TOKEN, handler);
    }

    public static FlatOperation delete(String path, Handler handler, String... scopes) {
        return new FlatOperation("DELETE", path, Set.of(scopes), Access.WITH_TOKEN, handler);
    }

    /** The same, also for calls without a token. */
    public FlatOperation open() {
        return new FlatOperation(method, path, scopes, Access.OPEN, handler);
    }
}
