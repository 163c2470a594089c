package dev.fermata.flat;

import dev.fermata.http.answer.Answer;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.Purpose;
import java.util.Set;

/**
 * An emulated operation of Flat. Its method and path are in the vendor's catalogue, under its id.
 *
 * @param operation the vendor's operation id, and what it is for
 * @param scopes a token must have one of these; any token will do if empty
 * @param access whether a call needs a token
 * @param handler what it does; its method is named by the operation id
 */
public record FlatOperation(Operation operation, Set<String> scopes, Access access, Handler handler) {
    /** Who may call. */
    public enum Access {
        WITH_TOKEN,
        /** Also callers without a token, for what is public. */
        OPEN
    }

    /** Reads a call, asks the engine, answers in Flat's words. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(FlatCall call) throws Exception;
    }

    /** An operation that needs a token with one of these scopes. */
    public static FlatOperation of(String id, Purpose purpose, Handler handler, String... scopes) {
        return new FlatOperation(new Operation(id, purpose), Set.of(scopes), Access.WITH_TOKEN, handler);
    }

    /** The vendor's operation id. */
    public String id() {
        return operation.id();
    }

    /** The same with traits. */
    public FlatOperation with(Operation.Trait... traits) {
        return new FlatOperation(
                new Operation(operation.id(), operation.purpose(), Set.of(traits)), scopes, access, handler);
    }

    /** The same, also for callers without a token. */
    public FlatOperation open() {
        return new FlatOperation(operation, scopes, Access.OPEN, handler);
    }
}
