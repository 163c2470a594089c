package dev.fermata.flat.user;

import dev.fermata.account.Account;
import dev.fermata.fidelity.Assumed;
import dev.fermata.http.answer.WireTime;
import dev.fermata.world.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as a user of Flat's. */
@Assumed(
        behaviour = "A user is called as its token fermata_<world>_<account> says, and fermata otherwise",
        reason = "a token of the vendor's says nothing of its user")
public final class UserView {
    private static final String NO_NAME = "fermata";

    private UserView() {}

    /** As others see it. */
    public static UserJson publicly(Account account) {
        return of(account, null, null, null);
    }

    /** As it sees itself. */
    public static UserJson details(Account account, World world, Instant now) {
        String registered = WireTime.of(account.openedAt());
        return of(
                account,
                registered,
                world.library().publicScoresOf(account.id(), now).size(),
                true);
    }

    private static UserJson of(
            Account account, @Nullable String registered, @Nullable Integer publicScores, @Nullable Boolean own) {
        String name = account.name().isEmpty() ? NO_NAME : account.name();
        return new UserJson(
                account.id(),
                "user",
                "flat",
                name,
                name,
                name,
                "https://flat.io/img/logo_flat.svg",
                "https://flat.io/" + name,
                registered,
                publicScores,
                own,
                own == null ? null : false,
                own == null ? null : account.locale().orElse("en"));
    }
}
