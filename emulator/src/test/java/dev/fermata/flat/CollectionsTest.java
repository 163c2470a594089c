package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections: making, listing, naming and deleting them. */
class CollectionsTest {
    private static final List<String> STANDING = List.of("allScores", "collaborations", "likes", "app", "trash");

    private Fermata fermata;
    private FlatClient client;

    @BeforeEach
    void start() {
        fermata = Fermata.start();
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private String create(String title) {
        fermata.world().clock().advance(Duration.ofSeconds(1));
        return client.post("/collections", Map.of("title", title)).at("/id");
    }

    private FlatClient stranger() {
        return FlatClient.of(fermata.flatUrl(), "another-token");
    }

    /** The path and query below the root of the page that a Link header leads to; empty when there is none. */
    private String link(Answer page, String rel) {
        return page.link(rel).replace(fermata.flatUrl().toString(), "");
    }

    @Nested
    class ANewCollection {
        @Test
        void isPrivateAndEmptyAndCanBeReadAgain() {
            Answer created = client.post("/collections", Map.of("title", " Jazz ", "privacy", "private"));
            assertAll(
                    () -> assertEquals(200, created.status(), created.text()),
                    () -> assertEquals("Jazz", created.at("/title")),
                    () -> assertEquals("regular", created.at("/type")),
                    () -> assertEquals("private", created.at("/privacy")),
                    () -> assertTrue(created.at("/id").matches("[0-9a-f]{24}")),
                    () -> assertEquals("0", created.at("/contents/scoresCount")),
                    () -> assertEquals("true", created.at("/capabilities/canAddScores")),
                    () -> assertEquals(
                            created.text(),
                            client.get("/collections/" + created.at("/id")).text()));
        }

        @Test
        void mayHaveNoTitleOrOneThatIsThereAlready() {
            assertEquals("New Collection", client.post("/collections", Map.of()).at("/title"));
            assertEquals("New Collection", client.post("/collections", Map.of()).at("/title"));
            assertEquals(7, client.get("/collections").json().size());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{",
                    "null",
                    "{\"title\":7}",
                    "{\"title\":\"\"}",
                    "{\"title\":\" \"}",
                    "{\"title\":[]}",
                    "{\"privacy\":\"public\"}",
                    "{\"privacy\":1}"
                })
        void isNotMadeOfWhatCannotBe(String body) {
            assertEquals(400, client.postText("/collections", body).status());
            assertEquals(5, client.get("/collections").json().size());
        }

        @Test
        void hasATitleOfThreeHundredCharactersAtMost() {
            assertEquals(
                    200,
                    client.post("/collections", Map.of("title", "𝄐".repeat(300)))
                            .status());
            Answer refused = client.post("/collections", Map.of("title", "x".repeat(301)));
            assertEquals(400, refused.status());
            assertEquals("title", refused.at("/param"));
        }

        @Test
        void needsAToken() {
            FlatClient anonymous = FlatClient.anonymous(fermata.flatUrl());
            assertEquals(401, anonymous.post("/collections", Map.of()).status());
            assertEquals(401, anonymous.get("/collections").status());
        }
    }

    @Nested
    class AnEditedCollection {
        @Test
        void hasItsNewTitleAndTheSameScores() {
            String path = "/collections/" + create("Before");
            Answer edited = client.put(path, Map.of("title", "After"));
            assertEquals("After", edited.at("/title"));
            assertEquals(edited.text(), client.get(path).text());
            assertEquals(edited.text(), client.put(path, Map.of()).text());
        }

        @Test
        void staysAsItIsWhenItCannotBe() {
            String path = "/collections/" + create("Before");
            String before = client.get(path).text();
            assertEquals(400, client.put(path, Map.of("title", "x".repeat(301))).status());
            assertEquals(403, stranger().put(path, Map.of("title", "Mine")).status());
            assertEquals(before, client.get(path).text());
        }

        @ParameterizedTest
        @ValueSource(strings = {"root", "app", "trash", "allScores", "collaborations", "likes"})
        void isNeverOneThatEveryAccountHas(String alias) {
            Answer standing = client.get("/collections/" + alias);
            assertEquals(alias, standing.at("/type"));
            assertEquals("false", standing.at("/capabilities/canEdit"));
            assertEquals(
                    403,
                    client.put("/collections/" + alias, Map.of("title", "x")).status());
            assertEquals(403, client.delete("/collections/" + alias).status());
        }

        @Test
        void isNotThere() {
            assertEquals(404, client.put("/collections/0", Map.of("title", "x")).status());
            assertEquals(
                    404, client.get("/collections/000000000000000000000000").status());
            assertEquals(404, client.delete("/collections/ROOT").status());
        }
    }

    @Nested
    class ADeletedCollection {
        @Test
        void isInTheTrashUntilItGoesForGood() {
            String id = create("Old");
            assertEquals(204, client.delete("/collections/" + id).status());
            assertEquals(STANDING, client.get("/collections").each("/type"));
            Answer trashed = client.get("/collections?parent=trash");
            assertAll(
                    () -> assertEquals(List.of(id), trashed.each("/id")),
                    () -> assertEquals("trash", trashed.at("/0/collections/0")),
                    () -> assertEquals("false", trashed.at("/0/capabilities/canAddScores")),
                    () -> assertEquals(200, client.get("/collections/" + id).status()),
                    () -> assertEquals(
                            403,
                            client.put("/collections/" + id, Map.of("title", "x"))
                                    .status()));
            fermata.world().clock().advance(Duration.ofDays(90));
            assertEquals(0, client.get("/collections?parent=trash").json().size());
            assertEquals(404, client.get("/collections/" + id).status());
        }

        @Test
        void isDeletedByItsOwnerAloneAndOnceIsEnough() {
            String path = "/collections/" + create("Old");
            assertEquals(403, stranger().delete(path).status());
            assertEquals(204, client.delete(path).status());
            fermata.world().clock().advance(Duration.ofDays(89));
            assertEquals(204, client.delete(path).status());
            fermata.world().clock().advance(Duration.ofDays(1));
            assertEquals(404, client.delete(path).status());
        }

        @Test
        void isNotTakenBack() {
            String path = "/collections/" + create("Old");
            client.delete(path);
            assertEquals(400, client.post(path + "/untrash", Map.of()).status());
            assertEquals(1, client.get("/collections?parent=trash").json().size());
        }
    }

    @Nested
    class TheList {
        @Test
        void beginsWithWhatEveryAccountHasAndGoesOnWithTheNewest() {
            create("b");
            create("A");
            create("c");
            List<String> titles = client.get("/collections").each("/title");
            assertAll(
                    () -> assertEquals(
                            STANDING, client.get("/collections").each("/type").subList(0, 5)),
                    () -> assertEquals(List.of("c", "A", "b"), titles.subList(5, 8)),
                    () -> assertEquals(
                            List.of("A", "b", "c"),
                            client.get("/collections?sort=title").each("/title").subList(5, 8)),
                    () -> assertEquals(
                            List.of("c", "b", "A"),
                            client.get("/collections?sort=title&direction=desc")
                                    .each("/title")
                                    .subList(5, 8)),
                    () -> assertEquals(
                            STANDING,
                            client.get("/collections?direction=asc")
                                    .each("/type")
                                    .subList(0, 5)),
                    () -> assertEquals(
                            List.of("b", "A", "c"),
                            client.get("/collections?direction=asc")
                                    .each("/title")
                                    .subList(5, 8)));
        }

        @Test
        void hasTheLastChangedFirstWhenAskedTo() {
            String first = create("first");
            create("second");
            fermata.world().clock().advance(Duration.ofSeconds(1));
            client.put("/collections/" + first, Map.of("title", "changed"));
            List<String> titles =
                    client.get("/collections?sort=modificationDate").each("/title");
            assertEquals(List.of("changed", "second"), titles.subList(5, 7));
        }

        @Test
        void isOnesOwn() {
            create("mine");
            assertEquals(5, stranger().get("/collections").json().size());
        }

        @Test
        void isEmptyInACollectionAndMissingInNone() {
            String id = create("no room for others");
            assertEquals(0, client.get("/collections?parent=" + id).json().size());
            assertEquals(0, client.get("/collections?parent=app").json().size());
            assertEquals(404, client.get("/collections?parent=nowhere").status());
            assertEquals(403, stranger().get("/collections?parent=" + id).status());
            assertEquals(
                    client.get("/collections").text(),
                    client.get("/collections?parent=sharedWithMe").text());
        }
    }

    @Nested
    class APage {
        @Test
        void leadsToTheNextAndBackAndKeepsTheOtherParameters() {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                made.add(create("Größe " + i));
            }
            String path = "/collections?sort=title&limit=2&x=a%20%26b%3E&x=%C3%A4";
            List<String> there = new ArrayList<>();
            String last = "";
            for (String next = path; !next.isEmpty(); next = link(client.get(next), "next")) {
                assertTrue(next.contains("sort=title&limit=2&x=a+%26b%3E&x=%C3%A4") || next.equals(path), next);
                there.addAll(client.get(next).each("/id"));
                last = next;
            }
            List<String> back = new ArrayList<>();
            for (String previous = last; !previous.isEmpty(); previous = link(client.get(previous), "previous")) {
                back.addAll(0, client.get(previous).each("/id"));
            }
            assertEquals(9, there.size());
            assertEquals(made, there.subList(5, 9));
            assertEquals(there, back);
        }

        @Test
        void hasLinksOfTheRootThatWasCalled() {
            FlatClient other = FlatClient.of(fermata.flatUrl().resolve("/api/v2"), "some-token");
            Answer page = other.get("/collections?limit=1");
            assertTrue(page.header("Link").startsWith("<http://"), page.header("Link"));
            assertTrue(page.header("Link").contains("/api/v2/collections?limit=1&next="), page.header("Link"));
            assertFalse(page.header("Link").contains("previous"), page.header("Link"));
        }

        @Test
        void hasNoLinkWhenAllFits() {
            assertEquals("", client.get("/collections").header("Link"));
            assertEquals(200, client.get("/collections?limit=100").status());
        }

        @Test
        void skipsNothingWhenWhatItEndedWithIsDeleted() {
            String first = create("1");
            create("2");
            create("3");
            Answer page = client.get("/collections?direction=asc&limit=6");
            assertEquals(first, page.at("/5/id"));
            client.delete("/collections/" + first);
            assertEquals(List.of("2", "3"), client.get(link(page, "next")).each("/title"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit=0",
                    "limit=101",
                    "limit=-1",
                    "limit=x",
                    "limit=",
                    "limit=1.0",
                    "limit=99999999999999999999",
                    "next=",
                    "next=!",
                    "next=YQ==",
                    "previous=a",
                    "next=YQ&previous=YQ",
                    "sort=size",
                    "direction=up"
                })
        void isRefusedWhenItIsAskedForWrongly(String query) {
            Answer refused = client.get("/collections?" + query);
            assertEquals(400, refused.status());
            assertTrue(query.contains(refused.at("/param")), refused.text());
        }

        @Test
        void bearsLongTitlesAndALongQuery() {
            create("𝄐".repeat(300));
            create("𝄑".repeat(300));
            Answer page = client.get("/collections?sort=title&limit=1&x=" + "%26".repeat(2_500));
            for (int i = 0; i < STANDING.size(); i++) {
                page = client.get(link(page, "next"));
            }
            assertEquals("𝄐".repeat(300), page.at("/0/title"));
            assertTrue(page.header("Link").length() > 16_384, page.header("Link"));
        }
    }
}
