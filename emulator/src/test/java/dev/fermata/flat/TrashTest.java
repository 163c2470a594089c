package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Deleting scores, taking them back, and their end. */
class TrashTest {
    private static final String TRASH = "/collections/trash/scores";

    private Fermata fermata;
    private FlatClient client;
    private String score;

    @BeforeEach
    void start() {
        start(Plan.PREMIUM);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private void start(Plan plan) {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).plan(plan).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        score = "/scores/" + create(client, "First");
    }

    private void startAnew(Plan plan) {
        fermata.close();
        start(plan);
    }

    private static String create(FlatClient by, String title) {
        return by.post("/scores", Map.of("data", MusicXml.titled(title))).at("/id");
    }

    private FlatClient stranger() {
        return FlatClient.of(fermata.flatUrl(), "another-token");
    }

    private Answer untrash(FlatClient by) {
        return by.post(score + "/untrash", Map.of());
    }

    private void pass(Duration time) {
        fermata.world().clock().advance(time);
    }

    private int documents() {
        return fermata.world().documents().count();
    }

    @Nested
    class ADeletedScore {
        @Test
        void isInTheTrashAndNowhereElse() {
            assertEquals(204, client.delete(score).status());
            Answer trash = client.get(TRASH);
            assertAll(
                    () -> assertEquals(404, client.get(score).status()),
                    () -> assertEquals(
                            404, client.put(score, Map.of("title", "x")).status()),
                    () -> assertEquals(
                            404, client.get(score + "/revisions/last/xml").status()),
                    () -> assertEquals(404, client.delete(score).status()),
                    () -> assertEquals(
                            0,
                            client.get("/collections/allScores/scores").json().size()),
                    () -> assertEquals(
                            0, client.get("/collections/app/scores").json().size()),
                    () -> assertEquals(List.of("First"), trash.each("/title")),
                    () -> assertEquals("trash", trash.at("/0/collections/0")),
                    () -> assertEquals(
                            1,
                            client.get("/collections/trash")
                                    .json()
                                    .at("/contents/scoresCount")
                                    .asInt()),
                    () -> assertEquals(0, stranger().get(TRASH).json().size()));
        }

        @Test
        void keepsItsBytesAndGivesItsRoomBack() {
            startAnew(Plan.FREE);
            for (int i = 0; i < 14; i++) {
                create(client, "Full " + i);
            }
            assertEquals(
                    402,
                    client.post("/scores", Map.of("data", MusicXml.hello())).status());
            client.delete(score);
            assertEquals(15, documents());
            assertEquals(
                    200,
                    client.post("/scores", Map.of("data", MusicXml.hello())).status());
            assertEquals(402, untrash(client).status());
            assertEquals(1, client.get(TRASH).json().size());
        }

        @Test
        void doesNotComeBackFromItsTask() {
            Answer task = client.importPdf(SheetMusic.of("Once").pages(1).pdf(), Map.of());
            score = "/scores/" + client.get("/tasks/" + task.at("/id")).at("/score");
            assertEquals(204, client.delete(score).status());
            assertEquals(404, client.get(score).status());
            assertEquals(204, client.delete(score + "?now=true").status());
            assertEquals(404, client.get(score).status());
            assertEquals(
                    List.of("First"),
                    client.get("/collections/allScores/scores").each("/title"));
        }

        @Test
        void cannotBeDeletedByAStranger() {
            assertEquals(403, stranger().delete(score).status());
            assertEquals(200, client.get(score).status());
            client.delete(score);
            assertEquals(403, stranger().delete(score + "?now=true").status());
            assertEquals(1, client.get(TRASH).json().size());
        }

        @Test
        void saysWhenItWillBeDeletedForGood() {
            fermata.world().clock().freeze();
            client.delete(score);
            String expected =
                    fermata.world().clock().instant().plus(Duration.ofDays(90)).toString();
            assertEquals(
                    expected.substring(0, 19),
                    client.get(TRASH).at("/0/scheduledDeletionDate").substring(0, 19));
        }

        @Test
        void goesForGoodAfterNinetyDaysWithItsBytes() {
            client.delete(score);
            pass(Duration.ofDays(90));
            assertEquals(0, client.get(TRASH).json().size());
            assertEquals(404, untrash(client).status());
            client.delete("/scores/" + create(client, "Next"));
            assertEquals(1, documents());
        }
    }

    @Nested
    class AScoreThatIsDeletedForGood {
        @Test
        void isNotEvenInTheTrashAndItsBytesAreGone() {
            assertEquals(204, client.delete(score + "?now=true").status());
            assertAll(
                    () -> assertEquals(0, client.get(TRASH).json().size()),
                    () -> assertEquals(404, untrash(client).status()),
                    () -> assertEquals(404, client.delete(score + "?now=true").status()),
                    () -> assertEquals(0, documents()));
        }

        @Test
        void canComeFromTheTrash() {
            client.delete(score);
            assertEquals(204, client.delete(score + "?now=true").status());
            assertEquals(0, client.get(TRASH).json().size());
            assertEquals(0, documents());
        }

        @Test
        void givesItsRoomBackOnce() {
            startAnew(Plan.FREE);
            client.delete(score);
            client.delete(score + "?now=true");
            for (int i = 0; i < 15; i++) {
                create(client, "Full " + i);
            }
            assertEquals(
                    402,
                    client.post("/scores", Map.of("data", MusicXml.hello())).status());
        }
    }

    @Nested
    class AScoreThatIsTakenBack {
        @Test
        void isWhereItWas() {
            String collection =
                    client.post("/collections", Map.of("title", "Set")).at("/id");
            client.put("/collections/" + collection + score);
            String before = client.get(score).text();
            client.delete(score);
            assertEquals(204, untrash(client).status());
            assertAll(
                    () -> assertEquals(before, client.get(score).text()),
                    () -> assertEquals(
                            2, client.get(score).json().at("/collections").size()),
                    () -> assertEquals(
                            1,
                            client.get("/collections/" + collection + "/scores")
                                    .json()
                                    .size()),
                    () -> assertEquals(0, client.get(TRASH).json().size()));
        }

        @Test
        void staysWhenItIsTakenBackAgain() {
            client.delete(score);
            untrash(client);
            assertEquals(204, untrash(client).status());
            assertEquals(200, client.get(score).status());
        }

        @Test
        void isNotDeletedWhenItsFirstTimeComes() {
            client.delete(score);
            untrash(client);
            pass(Duration.ofDays(1));
            client.delete(score);
            pass(Duration.ofDays(89));
            client.delete("/scores/" + create(client, "Next"));
            assertEquals(204, untrash(client).status());
            assertEquals(200, client.get(score + "/revisions/last/xml").status());
        }

        @Test
        void isItsOwners() {
            client.delete(score);
            assertEquals(403, untrash(stranger()).status());
            assertEquals(401, untrash(FlatClient.anonymous(fermata.flatUrl())).status());
            score = "/scores/000000000000000000000000";
            assertEquals(404, untrash(client).status());
        }

        @Test
        void isOutOfReachOnTheFreePlanAfterADay() {
            startAnew(Plan.FREE);
            client.delete(score);
            pass(Duration.ofHours(23));
            assertEquals(1, client.get(TRASH).json().size());
            pass(Duration.ofHours(1));
            assertEquals(0, client.get(TRASH).json().size());
            assertEquals(402, untrash(client).status());
        }
    }
}
