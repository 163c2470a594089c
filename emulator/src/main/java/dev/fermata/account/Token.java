package dev.fermata.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as a client sent it, known by its hash alone: what may be somebody's real secret is not kept.
 *
 * <p>{@code fermata_<world>_<account>} names a world and an account in it. Any other token is an account of its own in
 * the default world.
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

    /** The token that opens the account with this name in this world. */
    public static Token of(String world, String account) {
        return of(textOf(world, account));
    }

    /** The same as a client sends it. */
    public static String textOf(String world, String account) {
        return "fermata_" + world + "_" + account;
    }

    private static Optional<Refusal> refusalOf(String text) {
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
