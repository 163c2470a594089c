package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PUT /scores/{score}}. */
class EditScoreTest {
    private static Fermata fermata;
    private static FlatClient client;

    private String path;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @BeforeEach
    void aScore() {
        path = "/scores/"
                + client.post("/scores", Map.of("data", MusicXml.titled("Before")))
                        .at("/id");
    }

    private Answer edit(FlatClient by, String body) {
        return by.send("PUT", path, BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
    }

    private Answer edit(String body) {
        return edit(client, body);
    }

    @Test
    void whatIsThereIsChangedAndStaysChanged() {
        Answer edited = edit("{\"title\":\"After\",\"subtitle\":\"a study\",\"tags\":[\"slow\"],"
                + "\"license\":\"cc-by\",\"description\":\"x\"}");
        assertAll(
                () -> assertEquals(200, edited.status(), edited.text()),
                () -> assertEquals("After", edited.at("/title")),
                () -> assertEquals(edited.text(), client.get(path).text()),
                () -> assertEquals("slow", edited.at("/tags/0")),
                () -> assertEquals("cc-by", edited.at("/license")));
    }

    @Test
    void whatIsNotThereStaysAndWhatIsNullIsUnset() {
        edit("{\"subtitle\":\"a study\",\"composer\":\"Nobody\"}");
        Answer edited = edit("{\"subtitle\":null}");
        assertAll(
                () -> assertEquals("", edited.at("/subtitle")),
                () -> assertEquals("Nobody", edited.at("/composer")),
                () -> assertEquals("Before", edited.at("/title")));
    }

    @Test
    void aLinkGetsAKeyThatOpensItAndLosesIt() {
        FlatClient stranger = FlatClient.of(fermata.flatUrl(), "another-token");
        String key = edit("{\"privacy\":\"privateLink\"}").at("/sharingKey");
        assertTrue(key.matches("[a-f0-9]{128}"), key);
        assertEquals(200, stranger.get(path + "?sharingKey=" + key).status());
        edit("{\"privacy\":\"private\"}");
        assertEquals(403, stranger.get(path + "?sharingKey=" + key).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"title\":\" \"}",
                "{\"title\":7}",
                "{\"privacy\":\"secret\"}",
                "{\"sharingKey\":\"short\"}",
                "{\"tags\":\"slow\"}",
                "{\"tags\":[\"not a tag\"]}",
                "{\"license\":\"mine\"}",
                "{\"subtitle\":[]}"
            })
    void whatCannotBeIsRefusedAndChangesNothing(String body) {
        String before = client.get(path).text();
        assertEquals(400, edit(body).status());
        assertEquals(before, client.get(path).text());
    }

    @Test
    void aDescriptionThatIsTooLongIsRefused() {
        Answer refused = edit("{\"description\":\"" + "x".repeat(2_001) + "\"}");
        assertEquals(400, refused.status());
        assertEquals("description", refused.at("/param"));
    }

    @Nested
    class ThePublicationDate {
        @Test
        void isThereOnceTheScoreIsPublic() {
            edit("{\"privacy\":\"private\"}");
            assertEquals("", client.get(path).at("/publicationDate"));
            Instant before = fermata.clock().instant();
            Answer published = edit("{\"privacy\":\"public\"}");
            assertFalse(
                    Instant.parse(published.at("/publicationDate")).isBefore(before.truncatedTo(ChronoUnit.MILLIS)));
        }

        @Test
        void staysTheSameUntilTheScoreIsPublicNoMore() {
            String published = edit("{\"privacy\":\"public\"}").at("/publicationDate");
            fermata.clock().advance(Duration.ofHours(1));
            assertEquals(published, edit("{\"title\":\"Later\"}").at("/publicationDate"));
            assertEquals("", edit("{\"privacy\":\"private\"}").at("/publicationDate"));
            assertNotEquals(published, edit("{\"privacy\":\"public\"}").at("/publicationDate"));
        }

        @Test
        void isTheCreationDateOfAScoreThatIsMadePublic() {
            Answer made = client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "public"));
            assertEquals(made.at("/creationDate"), made.at("/publicationDate"));
        }
    }

    @Test
    void commentsAreCountedInAllAndByUser() {
        Answer score = client.get(path);
        assertTrue(score.json().at("/comments/unique").isInt(), score::text);
        assertTrue(score.json().at("/likes/unique").isMissingNode(), score::text);
    }

    @Test
    void isForItsOwnerAlone() {
        FlatClient stranger = FlatClient.of(fermata.flatUrl(), "another-token");
        assertEquals(403, edit(stranger, "{\"title\":\"Mine\"}").status());
    }
}
