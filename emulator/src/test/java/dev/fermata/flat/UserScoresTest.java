package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code GET /users/{user}/scores}. */
class UserScoresTest {
    private static Fermata fermata;
    private static FlatClient owner;
    private static String path;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
        owner = FlatClient.of(fermata.flatUrl(), "some-token");
        path = "/users/" + owner.get("/me").at("/id") + "/scores";
        for (int i = 0; i < 30; i++) {
            fermata.world().clock().advance(Duration.ofSeconds(1));
            owner.post("/scores", Map.of("data", MusicXml.titled("No. " + i), "privacy", "public"));
        }
        owner.post("/scores", Map.of("data", MusicXml.titled("Secret")));
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @Test
    void areThePublicOnesForEverybody() {
        String own = owner.get(path).text();
        List<String> titles = owner.get("/users/me/scores").each("/title");
        assertAll(
                () -> assertEquals(30, titles.size()),
                () -> assertEquals("No. 29", titles.get(0)),
                () -> assertEquals(own, owner.get("/users/me/scores").text()),
                () -> assertEquals(
                        titles,
                        FlatClient.of(fermata.flatUrl(), "another-token")
                                .get(path)
                                .each("/title")),
                () -> assertEquals(
                        titles,
                        FlatClient.anonymous(fermata.flatUrl()).get(path).each("/title")));
    }

    @Test
    void areAllAnsweredAtOnceUnlessToldOtherwise() {
        Answer all = owner.get(path + "?limit=1&sort=nonsense&direction=asc&next=!");
        assertEquals(30, all.json().size());
        assertEquals("", all.header("Link"));
    }

    @Test
    void areAnsweredPageByPageWhenToldTo() {
        Answer page = owner.get(path + "?paginate=true");
        assertEquals(25, page.json().size());
        assertTrue(page.header("Link").contains("paginate=true&next="), page.header("Link"));
        assertEquals(
                List.of("No. 0"),
                owner.get(path + "?paginate=true&limit=1&sort=title").each("/title"));
        assertEquals(400, owner.get(path + "?paginate=true&sort=nonsense").status());
    }

    @Test
    void areNobodysWhenTheUserIsNotThere() {
        assertEquals(404, owner.get("/users/000000000000000000000000/scores").status());
        assertEquals(
                401,
                FlatClient.anonymous(fermata.flatUrl()).get("/users/me/scores").status());
    }
}
