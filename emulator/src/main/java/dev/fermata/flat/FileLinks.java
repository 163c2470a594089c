package dev.fermata.flat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links to files for whoever has them, as to a vendor's content network.
 *
 * <p>The key in a link says what it leads to and in which world, and is signed: nothing needs to be remembered, and
 * nobody can make one up.
 */
public final class FileLinks {
    /** Where these links lead; no path of the vendor's. */
    public static final String PATH = "/_fermata/files/";

    private static final String SIGNING = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    /**
     * What a link leads to.
     *
     * @param parts the ids of the parts that are in it; all of them when empty
     */
    public record Target(String world, String score, String revision, String format, Set<String> parts) {
        public Target {
            parts = Set.copyOf(parts);
        }
    }

    private final SecretKeySpec secret;

    public FileLinks() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.secret = new SecretKeySpec(key, SIGNING);
    }

    /** The URL by which this client can reach a file. */
    public String urlOf(Target target, FlatCall call) {
        String parts = String.join(",", new TreeSet<>(target.parts()));
        byte[] text = String.join("\n", target.world(), target.score(), target.revision(), target.format(), parts)
                .getBytes(StandardCharsets.UTF_8);
        return call.origin() + PATH + encode(sign(text)) + "." + encode(text);
    }

    /** What the key of a link leads to; empty when it is none of ours. */
    public Optional<Target> targetOf(String key) {
        int dot = key.indexOf('.');
        try {
            byte[] signature = Base64.getUrlDecoder().decode(key.substring(0, Math.max(dot, 0)));
            byte[] text = Base64.getUrlDecoder().decode(key.substring(dot + 1));
            String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", -1);
            return MessageDigest.isEqual(signature, sign(text)) && parts.length == 5
                    ? Optional.of(new Target(parts[0], parts[1], parts[2], parts[3], partsIn(parts[4])))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Set<String> partsIn(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    private byte[] sign(byte[] text) {
        try {
            Mac mac = Mac.getInstance(SIGNING);
            mac.init(secret);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + SIGNING, e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
