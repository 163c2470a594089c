package dev.fermata.account;

import dev.fermata.table.Table;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The accounts of one vendor in one world, each made when its token is first seen. Safe for use by many threads.
 *
 * <p>Any token is welcome, except those whose name says otherwise; with {@link Rules#onlyIssuedTokens} only those that
 * were issued.
 */
public final class Accounts {
    /**
     * What a new account starts with.
     *
     * @param credits what it has bought, 0 or more
     * @param allowance what its plan grants each month, 0 or more
     * @param plan what it has subscribed to
     * @param locale the language it has chosen, as a BCP 47 tag; empty where it has not
     */
    public record Opening(int credits, int allowance, Plan plan, Optional<String> locale) {}

    /**
     * Who gets an account, and how it begins.
     *
     * @param opening what a new one starts with
     * @param onlyIssuedTokens whether a token must have been issued
     * @param issued the issued tokens by their hash, and what each may be used for
     */
    public record Rules(Opening opening, boolean onlyIssuedTokens, Map<String, Scope> issued) {
        /** The same, where accounts begin in another way. */
        public Rules with(Opening other) {
            return new Rules(other, onlyIssuedTokens, issued);
        }

        public Rules {
            issued = Map.copyOf(issued);
        }

        /** Why a token is not accepted; empty when it is. */
        public Optional<Token.Refusal> refusalOf(Token token) {
            if (issued.containsKey(token.hash())) {
                return Optional.empty();
            }
            boolean unknown = onlyIssuedTokens && token.refusal().isEmpty();
            return unknown ? Optional.of(Token.Refusal.INVALID) : token.refusal();
        }
    }

    /** The owner of a token, or the reason why the token is refused. */
    public sealed interface Identity {
        /** The caller, if the token is accepted. */
        default Optional<Caller> caller() {
            return this instanceof Known known ? Optional.of(known.known()) : Optional.empty();
        }

        /** The account of the token, if the token is accepted. */
        default Optional<Account> owner() {
            return caller().map(Caller::account);
        }

        /** A token that is accepted. */
        record Known(Caller known) implements Identity {}

        /** A token that is refused. */
        record Unknown(Token.Refusal refusal) implements Identity {}
    }

    private final Rules rules;
    private final Tables tables;
    private final Table<Account> accounts;
    private final Ledgers ledgers;
    /** Soft state: windows that a restart may forget. */
    private final Map<String, RateLimits> limits = new ConcurrentHashMap<>();

    /** The accounts of the vendor whose tables begin with this name. */
    public Accounts(Tables tables, String vendor, Rules rules) {
        this.rules = rules;
        this.tables = tables;
        this.accounts = tables.add(vendor + " accounts", Account::id, Account::id);
        this.ledgers = new Ledgers(tables, vendor);
    }

    /** Finds who a token belongs to, and makes the account if this is its first sight. */
    public Identity identify(Token token, Instant now) {
        Optional<Token.Refusal> refusal = rules.refusalOf(token);
        if (refusal.isPresent()) {
            return new Identity.Unknown(refusal.get());
        }
        Account account = accounts.find(token.accountId()).orElseGet(() -> open(token, same -> same, now));
        return new Identity.Known(new Caller(account, scopeOf(token)));
    }

    /** Makes the account of a token, unless it is there; it begins as others do but for {@code special}. */
    public Account open(Token token, UnaryOperator<Opening> special, Instant now) {
        return tables.change(() -> accounts.find(token.accountId()).orElseGet(() -> {
            Opening opening = special.apply(rules.opening());
            Account account = new Account(token.accountId(), token.account(), opening.plan(), opening.locale(), now);
            accounts.insert(account);
            ledgers.open(account.id(), opening.allowance(), opening.credits(), now);
            return account;
        }));
    }

    /** Restores an account of another world, with its ledger and its limits. */
    public void restore(Account account, CreditLedger.State credits, Map<String, RateLimit.State> windows) {
        tables.change(() -> {
            accounts.insert(account);
            ledgers.restore(account.id(), credits);
        });
        limits(account.id()).restore(windows);
    }

    /** All accounts, oldest first. */
    public List<Account> all() {
        return accounts.all();
    }

    /** How many there are. */
    public int count() {
        return accounts.count();
    }

    /** The account with this id. */
    public Optional<Account> find(String id) {
        return accounts.find(id);
    }

    /** The ledger of the account with this id. */
    public CreditLedger ledger(String account) {
        return new CreditLedger(ledgers, account);
    }

    /** The rate limits of the account with this id. */
    public RateLimits limits(String account) {
        return limits.computeIfAbsent(account, id -> new RateLimits());
    }

    private Scope scopeOf(Token token) {
        return rules.issued().getOrDefault(token.hash(), Scope.ALL);
    }
}
