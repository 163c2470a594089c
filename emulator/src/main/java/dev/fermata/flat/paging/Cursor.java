package dev.fermata.flat.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A place in a list, as it travels in a URL: the sort key of an item in Base64 that needs no escapes. */
final class Cursor {
    private Cursor() {}

    /** The cursor for an item with this sort key. */
    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The sort key in a cursor; empty when it is not one that {@link #of} has made. */
    static Optional<String> keyIn(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(key).filter(text -> !text.isEmpty() && of(text).equals(cursor));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}
