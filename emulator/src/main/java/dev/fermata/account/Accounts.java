package dev.fermata.account;

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

    /** Who a token belongs to: an account, or nobody and why. */
    public sealed interface Identity {
        /** The account, if it belongs to one. */
        default Optional<Account> owner() {
            return this instanceof Known known ? Optional.of(known.account()) : Optional.empty();
        }

        /** Somebody. */
        record Known(Account account) implements Identity {}

        /** Nobody. */
        record Unknown(Token.Refusal refusal) implements Identity {}
    }

    private final Rules rules;
    private final Map<String, Account> byId = new ConcurrentHashMap<>();

    public Accounts(Rules rules) {
        this.rules = rules;
    }

    /** Finds who a token belongs to, and makes the account if this is its first sight. */
    public Identity identify(Token token, Instant now) {
        Optional<Token.Refusal> refusal = rules.refusalOf(token);
        if (refusal.isPresent()) {
            return new Identity.Unknown(refusal.get());
        }
        Account known = byId.get(token.accountId());
        return new Identity.Known(known != null ? known : open(token, same -> same, now));
    }

    /** Makes the account of a token, unless it is there; it begins as others do but for {@code special}. */
    public Account open(Token token, UnaryOperator<Opening> special, Instant now) {
        return byId.computeIfAbsent(token.accountId(), id -> opened(token, special.apply(rules.opening()), now));
    }

    /** Restores an account. */
    public void restore(Account account) {
        byId.put(account.id(), account);
    }

    /** All accounts, in no order. */
    public List<Account> all() {
        return List.copyOf(byId.values());
    }

    /** The account with this id. */
    public Optional<Account> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private Account opened(Token token, Opening opening, Instant now) {
        return new Account(
                token.accountId(),
                token.account(),
                opening.plan(),
                opening.locale(),
                now,
                rules.issued().getOrDefault(token.hash(), Scope.ALL),
                new CreditLedger(opening.allowance(), opening.credits(), now),
                new RateLimits());
    }
}
