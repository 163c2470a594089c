package dev.fermata.account;

/**
 * The caller of a request: an account, by one of its tokens.
 *
 * @param account the account
 * @param scope what the token may be used for
 */
public record Caller(Account account, Scope scope) {
    /** The same caller with another view of its account. */
    public Caller as(Account other) {
        return new Caller(other, scope);
    }
}
