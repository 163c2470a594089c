package dev.fermata.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as a client sent it, known by its hash alone: what may be a real secret is not kept.
 *
 * <p>{@code fermata_<world>_<account>} names a world and an account in it. A token that begins with {@code fermata_} and
 * names no valid world and account is refused: it is a mistake, and would otherwise lead into the default world unseen.
 * Any other token is an account of its own in the default world.
 *
 * @param world the world it belongs to
 * @param account the account's name; empty when the token names none
 * @param accountId the account's id, 24 hex digits: the same for the same name in every world, so that a world can be
 *     copied
 * @param hash what an issued token is known by
 * @param refusal why a token of this very name is refused, for clients that want to see a refusal
 */
public record Token(String world, String account, String accountId, String hash, Optional<Refusal> refusal) {
    /** The world of every call that names no other. */
    public static final String DEFAULT_WORLD = "default";

    /** Why a token is not accepted. */
    public enum Refusal {
        MISSING,
        INVALID,
        EXPIRED
    }

    private static final int ID_LENGTH = 24;
    private static final String PREFIX = "fermata_";
    private static final Pattern OURS = Pattern.compile("fermata_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{1,64})");

    /** Reads a token; it may be any text. */
    public static Token of(String text) {
        Matcher ours = OURS.matcher(text);
        if (!ours.matches()) {
            String hash = hash(text);
            return new Token(DEFAULT_WORLD, "", hash.substring(0, ID_LENGTH), hash, refusalOf(text));
        }
        String world = ours.group(1);
        String name = ours.group(2);
        String hash = hash("fermata__" + name);
        return new Token(world, name, hash.substring(0, ID_LENGTH), hash + world, Optional.empty());
    }

    /**
     * Reads a token that is to be accepted.
     *
     * @throws IllegalArgumentException if it begins as one that names a world and an account, and does not
     */
    public static Token issued(String text) {
        if (isMalformed(text)) {
            throw new IllegalArgumentException("a token that begins with " + PREFIX
                    + " must be fermata_<world>_<account>, each of 1 to 64 letters, digits and hyphens, in the account"
                    + " underscores too");
        }
        return of(text);
    }

    /** The token that opens the account with this name in this world. */
    public static Token of(String world, String account) {
        return of(textOf(world, account));
    }

    /** The same as a client sends it. */
    public static String textOf(String world, String account) {
        return PREFIX + world + "_" + account;
    }

    private static boolean isMalformed(String text) {
        return text.startsWith(PREFIX) && !OURS.matcher(text).matches();
    }

    private static Optional<Refusal> refusalOf(String text) {
        if (isMalformed(text)) {
            return Optional.of(Refusal.INVALID);
        }
        return switch (text) {
            case "" -> Optional.of(Refusal.MISSING);
            case "invalid", "revoked", "disabled" -> Optional.of(Refusal.INVALID);
            case "expired" -> Optional.of(Refusal.EXPIRED);
            default -> Optional.empty();
        };
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
