package dev.fermata.flat;

import dev.fermata.fidelity.Documented;
import dev.fermata.http.Reply;
import java.util.Map;

/** Flat's account: who am I. */
final class AccountOperations {
    @Documented(source = "OpenAPI 2.24.0")
    Reply getAuthenticatedUser(FlatCall call) {
        var account = call.account();
        return call.isSet("onlyId")
                ? Reply.json(200, Map.of("id", account.id()))
                : Reply.json(200, UserView.details(account, call.world()));
    }
}
