package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.flat.FlatShapes.CREDITS;
import static dev.fermata.contracts.flat.FlatShapes.USER;

import dev.fermata.contracts.example.Example;
import java.util.List;

/** The current user, the spent credits, and errors that any call can have. */
final class AccountExamples {
    private AccountExamples() {}

    static List<Example> all() {
        return List.of(
                flat("getAuthenticatedUser", "who the token belongs to").answers(200, USER),
                flat("getAuthenticatedUser", "who one is, without a token")
                        .withoutToken()
                        .refused(401),
                flat("getAuthenticatedUser", "who one is, with an invalid token")
                        .withToken("invalid")
                        .refused(401),
                flat("getAuthenticatedUser", "who one is, with an expired token")
                        .withToken("expired")
                        .refused(401),
                flat("getAuthenticatedUser", "who one is, with a token that lacks the scope")
                        .given("a scenario", "name", "error-403")
                        .refused(403),
                flat("getAuthenticatedUser", "who one is, over the rate limit")
                        .given("the rate limit is used up")
                        .refused(403, "API_RATE_LIMIT_EXCEEDED"),
                flat("getAuthenticatedUser", "who one is, while Flat has a bug")
                        .given("a scenario", "name", "error-500")
                        .refused(500),
                flat("getAuthenticatedUser", "who one is, while Flat is busy")
                        .given("a scenario", "name", "error-503")
                        .refused(503),
                flat("listBillingCreditsHistory", "the credits that were bought and spent")
                        .lists(CREDITS),
                flat("listBillingCreditsHistory", "the latest change of the credits")
                        .query("limit", "1")
                        .lists(CREDITS),
                flat("listBillingCreditsHistory", "the credits of an invalid token")
                        .withToken("invalid")
                        .refused(401));
    }
}
