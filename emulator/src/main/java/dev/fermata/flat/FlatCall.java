package dev.fermata.flat;

import dev.fermata.account.Account;
import dev.fermata.account.CreditLedger;
import dev.fermata.exchange.Call;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.http.request.Origin;
import dev.fermata.score.Access;
import dev.fermata.score.Score;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One admitted call of an operation of Flat.
 *
 * @param call the request in its world
 */
public record FlatCall(Call call) {
    public Context ctx() {
        return call.ctx();
    }

    public World world() {
        return call.world();
    }

    /** The account that calls; empty for an open operation without a token. */
    public Optional<Account> caller() {
        return call.caller();
    }

    /** The ledger of the account that calls. */
    public CreditLedger ledger() {
        return world().flat().accounts().ledger(account().id());
    }

    /** Whether the token of the call has one of these scopes; an empty collection asks for none. */
    public boolean hasOneOf(Collection<String> scopes) {
        return call.identity()
                .caller()
                .filter(caller -> caller.scope().allowsOneOf(scopes))
                .isPresent();
    }

    /** When the call came. */
    public Instant now() {
        return call.now();
    }

    /** Who calls an operation that is not open to everybody. */
    public Account account() {
        return caller().orElseThrow();
    }

    /** Whether the caller is the account with this id. */
    public boolean isBy(String account) {
        return caller().filter(one -> one.id().equals(account)).isPresent();
    }

    /** What the caller may do with a score. */
    public Access accessTo(Score score) {
        return Access.of(score, caller().map(Account::id), query("sharingKey"));
    }

    /** A new id in Flat's form: 24 hex digits. */
    public String newId() {
        return newId(world());
    }

    /** A new id in Flat's form, in this world. */
    public static String newId(World world) {
        return world.ids().hex(24);
    }

    /** A new key in Flat's form to open a score shared by a link: 128 hex digits. */
    public String newSharingKey() {
        return newSharingKey(world());
    }

    /** A new key in Flat's form, in this world. */
    public static String newSharingKey(World world) {
        return world.ids().hex(128);
    }

    public String path(String parameter) {
        return ctx().pathParam(parameter);
    }

    public Optional<String> query(String parameter) {
        return Optional.ofNullable(ctx().queryParam(parameter));
    }

    public boolean isSet(String parameter) {
        return query(parameter).filter("true"::equals).isPresent();
    }

    /** The scenario that the request asks for by name. */
    public Optional<String> scenario() {
        return ScenarioPlayer.named(ctx());
    }

    /** The root of the URLs that this client can reach the server by. */
    public String origin() {
        return Origin.of(ctx());
    }
}
