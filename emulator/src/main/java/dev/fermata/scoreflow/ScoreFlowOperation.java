package dev.fermata.scoreflow;

import dev.fermata.http.answer.Reply;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.Purpose;

/**
 * An operation of ScoreFlow. The vendor has no operation ids; ours are the names of the methods.
 *
 * @param method as GET
 * @param path from the root, with parameters in braces
 * @param operation our id, and what it is for
 * @param limit the rate limit that counts it
 * @param handler what it does
 */
public record ScoreFlowOperation(String method, String path, Operation operation, Limit limit, Handler handler) {
    /** The rate limits of a key. */
    public enum Limit {
        SUBMISSIONS,
        POLLS
    }

    /** Reads a call, asks the engine, answers in ScoreFlow's words. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(ScoreFlowCall call) throws Exception;
    }

    public static ScoreFlowOperation of(
            String method, String path, String id, Purpose purpose, Limit limit, Handler handler) {
        return new ScoreFlowOperation(method, path, new Operation(id, purpose), limit, handler);
    }
}
