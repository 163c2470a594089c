package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scores in collections. */
class CollectionScoresTest {
    private static final String NOWHERE = "000000000000000000000000";

    private Fermata fermata;
    private FlatClient client;
    private String collection;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        collection = client.post("/collections", Map.of("title", "Set")).at("/id");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private FlatClient stranger() {
        return FlatClient.of(fermata.flatUrl(), "another-token");
    }

    private String create(String title, Map<String, String> more) {
        fermata.world().clock().advance(Duration.ofSeconds(1));
        Map<String, String> body = new java.util.HashMap<>(Map.of("data", MusicXml.titled(title)));
        body.putAll(more);
        return client.post("/scores", body).at("/id");
    }

    private String create(String title) {
        return create(title, Map.of());
    }

    private String in(String score) {
        return "/collections/" + collection + "/scores/" + score;
    }

    private List<String> titlesIn(String name) {
        return client.get("/collections/" + name + "/scores").each("/title");
    }

    @Nested
    class ANewScore {
        @Test
        void isInTheAppCollectionWhenItNamesNone() {
            String id = create("Air");
            Answer app = client.get("/collections/app");
            assertAll(
                    () -> assertEquals(List.of("Air"), titlesIn("app")),
                    () -> assertEquals(List.of("Air"), titlesIn(app.at("/id"))),
                    () -> assertEquals(List.of("Air"), titlesIn("allScores")),
                    () -> assertEquals(List.of("Air"), titlesIn("root")),
                    () -> assertEquals("1", app.at("/contents/scoresCount")),
                    () -> assertEquals(
                            "[\"" + app.at("/id") + "\"]",
                            client.get("/scores/" + id)
                                    .json()
                                    .at("/collections")
                                    .toString()));
        }

        @Test
        void isInTheCollectionThatItNamesAlone() {
            create("Air", Map.of("collection", collection));
            assertEquals(List.of("Air"), titlesIn(collection));
            assertEquals(List.of(), titlesIn("app"));
        }

        @Test
        void isThereWhenItsTaskIsDoneAndNobodyHasAskedForIt() {
            client.importPdf(SheetMusic.of("One").pages(1).pdf(), Map.of("collection", collection));
            client.importPdf(SheetMusic.of("Two").pages(1).pdf(), Map.of());
            assertEquals(List.of("One"), titlesIn(collection));
            assertEquals(List.of("Two"), titlesIn("app"));
            assertEquals(2, titlesIn("allScores").size());
        }

        @Test
        void isNotThereBeforeItsTaskIsDone() {
            fermata.close();
            fermata =
                    Fermata.start(FermataOptions.builder().pace(Pace.REALISTIC).build());
            client = FlatClient.of(fermata.flatUrl(), "some-token");
            client.importPdf(SheetMusic.of("Later").pages(1).pdf(), Map.of());
            assertEquals(List.of(), titlesIn("app"));
            fermata.world().clock().advance(Duration.ofHours(1));
            assertEquals(List.of("Later"), titlesIn("app"));
        }

        @Test
        void isNotMadeWhenItsCollectionCannotTakeIt() {
            Map<String, String> body = Map.of("data", MusicXml.hello(), "collection", NOWHERE);
            assertEquals(404, client.post("/scores", body).status());
            assertEquals(
                    404,
                    client.importPdf(SheetMusic.of("x").pages(1).pdf(), Map.of("collection", NOWHERE))
                            .status());
            assertEquals(
                    403,
                    client.post("/scores", Map.of("data", MusicXml.hello(), "collection", "trash"))
                            .status());
            assertEquals(
                    403,
                    stranger()
                            .post("/scores", Map.of("data", MusicXml.hello(), "collection", collection))
                            .status());
            assertEquals(List.of(), titlesIn("allScores"));
            assertEquals(0, fermata.world().documents().count());
        }
    }

    @Nested
    class AScoreThatIsPutIntoACollection {
        @Test
        void isInBothAndInEachOnce() {
            String id = create("Air");
            Answer added = client.put(in(id));
            assertEquals(200, client.put(in(id)).status());
            assertAll(
                    () -> assertEquals(200, added.status(), added.text()),
                    () -> assertEquals(2, added.json().at("/collections").size()),
                    () -> assertEquals(List.of("Air"), titlesIn(collection)),
                    () -> assertEquals(List.of("Air"), titlesIn("app")),
                    () -> assertEquals(List.of("Air"), titlesIn("allScores")));
        }

        @Test
        void mayBeSomebodyElsesAsLongAsItCanBeRead() {
            String id = create("Shown", Map.of("privacy", "public"));
            FlatClient stranger = stranger();
            String theirs =
                    "/collections/" + stranger.post("/collections", Map.of()).at("/id") + "/scores";
            assertEquals(200, stranger.put(theirs + "/" + id).status());
            assertEquals(1, stranger.get(theirs).json().size());
            assertEquals(0, stranger.get("/collections/allScores/scores").json().size());
            client.put("/scores/" + id, Map.of("privacy", "private"));
            assertEquals(0, stranger.get(theirs).json().size());
            assertEquals(403, stranger.put(theirs + "/" + id).status());
        }

        @Test
        void mayBeSharedByALink() {
            String id = create("Linked", Map.of("privacy", "privateLink"));
            String key = client.get("/scores/" + id).at("/sharingKey");
            FlatClient stranger = stranger();
            assertEquals(403, stranger.put("/collections/app/scores/" + id).status());
            assertEquals(
                    200,
                    stranger.put("/collections/app/scores/" + id + "?sharingKey=" + key)
                            .status());
            assertEquals(
                    List.of("Linked"), stranger.get("/collections/app/scores").each("/title"));
        }

        @Test
        void leavesTheCollectionsOfOneWhoDeletesItWithoutOwningIt() {
            String id = create("Shown", Map.of("privacy", "public"));
            FlatClient stranger = stranger();
            assertEquals(403, stranger.delete("/scores/" + id).status());
            stranger.put("/collections/app/scores/" + id);
            assertEquals(204, stranger.delete("/scores/" + id).status());
            assertEquals(0, stranger.get("/collections/app/scores").json().size());
            assertEquals(List.of("Shown"), titlesIn("app"));
        }

        @Test
        void isGoneFromThereWhenItIsDeletedForGood() {
            String id = create("Air");
            client.put(in(id));
            client.delete("/scores/" + id + "?now=true");
            assertEquals(List.of(), titlesIn(collection));
            assertEquals(List.of(), fermata.world().collections().scoresIn(collection));
        }

        @Test
        void outlivesTheCollection() {
            String id = create("Air");
            client.put(in(id));
            client.delete("/collections/" + collection);
            assertEquals(200, client.get("/scores/" + id).status());
            assertEquals(
                    1, client.get("/scores/" + id).json().at("/collections").size());
            assertEquals(403, client.put(in(id)).status());
        }

        @Test
        void mustBeThereAndSoMustTheCollection() {
            String id = create("Air");
            assertEquals(404, client.put(in(NOWHERE)).status());
            assertEquals(
                    404, client.put("/collections/" + NOWHERE + "/scores/" + id).status());
            assertEquals(403, stranger().put(in(id)).status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"root", "trash", "allScores", "collaborations", "likes"})
        void isNotPutWhereNobodyPutsAnything(String alias) {
            String path = "/collections/" + alias + "/scores/" + create("Air");
            assertEquals("false", client.get("/collections/" + alias).at("/capabilities/canAddScores"));
            assertEquals(403, client.put(path).status());
            assertEquals(403, client.delete(path).status());
        }
    }

    @Nested
    class AScoreThatIsTakenOut {
        @Test
        void isMovedWhenItWasPutElsewhere() {
            String id = create("Air");
            client.put(in(id));
            assertEquals(204, client.delete("/collections/app/scores/" + id).status());
            assertAll(
                    () -> assertEquals(List.of(), titlesIn("app")),
                    () -> assertEquals(List.of("Air"), titlesIn(collection)),
                    () -> assertEquals(
                            1,
                            client.get("/scores/" + id)
                                    .json()
                                    .at("/collections")
                                    .size()));
        }

        @Test
        void isStillTheOwnersWhenItIsInNoCollection() {
            String id = create("Air");
            client.delete("/collections/app/scores/" + id);
            assertEquals(List.of("Air"), titlesIn("allScores"));
            assertEquals(
                    0, client.get("/scores/" + id).json().at("/collections").size());
        }

        @Test
        void mustHaveBeenInIt() {
            String id = create("Air");
            assertEquals(404, client.delete(in(id)).status());
            assertEquals(404, client.delete(in(NOWHERE)).status());
            assertEquals(403, stranger().delete(in(id)).status());
        }
    }

    @Nested
    class TheList {
        @Test
        void hasTheLastChangedFirst() {
            String air = create("Air");
            create("Bourrée");
            create("Canon");
            fermata.world().clock().advance(Duration.ofSeconds(1));
            client.post("/scores/" + air + "/revisions", Map.of("data", MusicXml.hello()));
            assertAll(
                    () -> assertEquals(List.of("Air", "Canon", "Bourrée"), titlesIn("allScores")),
                    () -> assertEquals(
                            List.of("Canon", "Bourrée", "Air"),
                            client.get("/collections/app/scores?sort=creationDate")
                                    .each("/title")),
                    () -> assertEquals(
                            List.of("Air", "Bourrée", "Canon"),
                            client.get("/collections/app/scores?sort=title").each("/title")),
                    () -> assertEquals(
                            List.of("Bourrée"),
                            client.get("/collections/app/scores?direction=asc&limit=1")
                                    .each("/title")));
        }

        @Test
        void isForTheOwnerOfTheCollection() {
            assertEquals(
                    403,
                    stranger().get("/collections/" + collection + "/scores").status());
            assertEquals(404, client.get("/collections/" + NOWHERE + "/scores").status());
            assertEquals(400, client.get("/collections/app/scores?limit=0").status());
        }
    }

    @Nested
    class TheEngine {
        @Test
        void placesAScoreThatSomebodyElseMakes() {
            World world = fermata.world();
            Instant now = world.clock().instant();
            String id = create("Air");
            String owner = client.get("/me").at("/id");
            assertTrue(world.collections().isOpenTo(owner, collection));
            assertFalse(world.collections().isOpenTo("somebody", collection));
            assertFalse(world.collections().isOpenTo(owner, NOWHERE));
            assertTrue(world.library().place(id, collection, now));
            assertFalse(world.library().place(NOWHERE, collection, now));
            assertFalse(world.library().place(id, NOWHERE, now));
            assertEquals(List.of("Air"), titlesIn(collection));
        }

        @Test
        void losesNothingWhenManyPutAndTakeAtOnce() {
            List<String> ids =
                    IntStream.range(0, 20).mapToObj(i -> create("No. " + i)).toList();
            ids.parallelStream().forEach(id -> {
                assertEquals(200, client.put(in(id)).status());
                assertEquals(204, client.delete("/collections/app/scores/" + id).status());
            });
            assertEquals(
                    20,
                    client.get("/collections/" + collection)
                            .json()
                            .at("/contents/scoresCount")
                            .asInt());
            assertEquals(List.of(), titlesIn("app"));
            long deleted = ids.parallelStream()
                    .flatMap(id -> IntStream.range(0, 3).parallel().mapToObj(i -> client.delete("/scores/" + id)))
                    .filter(answer -> answer.status() == 204)
                    .count();
            assertEquals(20, deleted);
            assertEquals(20, titlesIn("trash").size());
        }
    }
}
