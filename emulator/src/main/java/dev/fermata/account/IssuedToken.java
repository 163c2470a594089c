package dev.fermata.account;

import dev.fermata.option.InvalidValueException;
import java.util.List;

/**
 * A token that is accepted where only issued ones are.
 *
 * @param hash what it is known by
 * @param scope what it may be used for
 */
public record IssuedToken(String hash, Scope scope) {
    /** The texts that {@link #read} takes. */
    public static final String FORM =
            "TOKEN or TOKEN=SCOPE+SCOPE, where a TOKEN that begins with fermata_ is fermata_<world>_<account>";

    /**
     * Issues a token with a scope.
     *
     * @throws IllegalArgumentException if the token begins with {@code fermata_} and names no world and account
     */
    public static IssuedToken of(String token, Scope scope) {
        return new IssuedToken(Token.issued(token).hash(), scope);
    }

    /**
     * Reads a token that has all scopes, or those after an equals sign.
     *
     * @throws InvalidValueException if the text has another form; the message does not repeat it, as it is a secret
     */
    public static IssuedToken read(String text) {
        int equals = text.indexOf('=');
        if (text.isEmpty() || equals == 0 || equals == text.length() - 1) {
            throw InvalidValueException.secretMustBe(FORM);
        }
        try {
            return equals < 0
                    ? of(text, Scope.ALL)
                    : of(
                            text.substring(0, equals),
                            Scope.of(List.of(text.substring(equals + 1).split("\\+", -1))));
        } catch (IllegalArgumentException malformed) {
            throw InvalidValueException.secretMustBe(FORM);
        }
    }
}
