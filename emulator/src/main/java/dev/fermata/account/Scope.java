package dev.fermata.account;

import java.util.Collection;
import java.util.Set;

/**
 * What a token may be used for.
 *
 * @param allowed the scopes by the vendor's names; everything is allowed when {@code unlimited}
 * @param unlimited whether the token carries all scopes there are
 */
public record Scope(Set<String> allowed, boolean unlimited) {
    /** All scopes: what a token has unless told otherwise. */
    public static final Scope ALL = new Scope(Set.of(), true);

    /** Only these scopes. */
    public static Scope of(Collection<String> names) {
        return new Scope(Set.copyOf(names), false);
    }

    /** Whether one of {@code names} is allowed; an operation that names none asks for none. */
    public boolean allowsOneOf(Collection<String> names) {
        return unlimited || names.isEmpty() || names.stream().anyMatch(allowed::contains);
    }
}
