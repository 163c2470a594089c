package dev.fermata.http.answer;

import io.javalin.http.Context;

/**
 * One operation of an API.
 *
 * @param method as GET
 * @param path from the root, with parameters in braces
 * @param operation what is done
 */
public record Route(String method, String path, Operation operation) {
    /** Reads a request, and says what to answer. */
    @FunctionalInterface
    public interface Operation {
        Answer answer(Context ctx) throws Exception;
    }
}
