package dev.fermata.flat.user;

import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.http.answer.Reply;
import java.util.Map;

/** Flat's account: who am I. */
public final class AccountOperations {
    @Documented(source = "OpenAPI 2.24.0")
    public Reply getAuthenticatedUser(FlatCall call) {
        var account = call.account();
        return call.isSet("onlyId")
                ? Reply.json(200, Map.of("id", account.id()))
                : Reply.json(200, UserView.details(account, call.world(), call.now()));
    }
}
