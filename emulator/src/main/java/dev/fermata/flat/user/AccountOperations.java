package dev.fermata.flat.user;

import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatOperation;
import dev.fermata.http.answer.Reply;
import dev.fermata.vendor.Purpose;
import java.util.List;
import java.util.Map;

/** Flat's account: who am I. */
public final class AccountOperations {
    /** The operations of accounts. */
    public static List<FlatOperation> operations() {
        var account = new AccountOperations();
        return List.of(FlatOperation.of(
                "getAuthenticatedUser",
                Purpose.OTHER,
                account::getAuthenticatedUser,
                "account.public_profile",
                "account.education_profile"));
    }

    @Documented(source = "OpenAPI 2.24.0")
    Reply getAuthenticatedUser(FlatCall call) {
        var account = call.account();
        return call.isSet("onlyId")
                ? Reply.json(200, Map.of("id", account.id()))
                : Reply.json(200, UserView.details(account, call.world(), call.now()));
    }
}
