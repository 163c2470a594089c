package dev.fermata.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.score.content.Content;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final Piece PIECE = Imagination.imagine("Air", Optional.empty(), "hash", 1);

    private static Score score(Privacy privacy, Optional<String> key) {
        Revision first = Revision.of("1", Instant.EPOCH, Content.made(PIECE));
        return Score.of("score", "owner", "Air", new Sharing(privacy, key), first);
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE,      ,    owner,    ,      ADMIN",
        "PRIVATE,      ,    stranger, ,      NONE",
        "PRIVATE,      ,    ,         ,      NONE",
        "PUBLIC,       ,    stranger, ,      READ",
        "PUBLIC,       ,    ,         ,      READ",
        "PRIVATE_LINK, key, owner,    ,      ADMIN",
        "PRIVATE_LINK, key, stranger, ,      NONE",
        "PRIVATE_LINK, key, stranger, other, NONE",
        "PRIVATE_LINK, key, stranger, key,   READ",
        "PRIVATE_LINK, key, ,         key,   READ",
        "ORGANIZATION_PUBLIC, , stranger, ,  NONE"
    })
    void followsFromTheOwnerTheSharingAndTheKey(
            Privacy privacy, String key, String caller, String presented, Access expected) {
        assertEquals(
                expected,
                Access.of(
                        score(privacy, Optional.ofNullable(key)),
                        Optional.ofNullable(caller),
                        Optional.ofNullable(presented)));
    }

    @Test
    void includesAllThatIsLess() {
        assertTrue(Access.WRITE.allows(Access.READ));
        assertTrue(Access.WRITE.allows(Access.WRITE));
        assertFalse(Access.COMMENT.allows(Access.WRITE));
        assertFalse(Access.NONE.allows(Access.READ));
    }

    @Test
    void derivedIdsStayTheSameAndDifferFromTheirOwners() {
        assertEquals("f0e1", DerivedId.of("1e0f"));
        assertNotEquals("1e0f", DerivedId.of("1e0f"));
    }
}
