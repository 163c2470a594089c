package dev.fermata.journal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import dev.fermata.vendor.VendorName;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the journal. */
class JournalTest {
    private Fermata fermata =
            Fermata.start(FermataOptions.builder().pace(Pace.POLLS).build());
    private final FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");

    @AfterEach
    void stop() {
        fermata.close();
    }

    private List<Entry> all() {
        return fermata.journal().find(Query.ALL);
    }

    private Entry only() {
        assertEquals(1, all().size(), all().toString());
        return all().get(0);
    }

    @Nested
    class AnEntry {
        @Test
        void containsRequestTimeAccountAndAnswer() {
            Answer score = client.post("/scores", Map.of("data", MusicXml.hello()));
            Entry entry = only();
            assertAll(
                    () -> assertEquals(1, entry.number()),
                    () -> assertEquals(VendorName.FLAT, entry.vendor()),
                    () -> assertEquals("createScore", entry.operation().orElse("")),
                    () -> assertEquals("POST", entry.method()),
                    () -> assertEquals("/v2/scores", entry.path()),
                    () -> assertEquals(score.at("/user/id"), entry.account()),
                    () -> assertEquals(Entry.Credential.HEADER, entry.credential()),
                    () -> assertEquals(200, entry.status()),
                    () -> assertTrue(entry.client().startsWith("Java-http-client"), entry.client()),
                    () -> assertEquals("application/json", entry.request().type()),
                    () -> assertEquals(score.bytes().length, entry.response().bytes()),
                    () -> assertTrue(entry.scenario().isEmpty()));
        }

        @Test
        void usesTheClockOfItsWorld() {
            fermata.clock().freeze();
            fermata.clock().advance(Duration.ofDays(400));
            client.get("/me");
            assertEquals(fermata.clock().instant(), only().at());
            assertEquals(fermata.clock().instant(), only().answeredAt());
        }

        @Test
        void distinguishesBodiesByChecksum() {
            client.post("/scores", Map.of("data", MusicXml.titled("a")));
            client.post("/scores", Map.of("data", MusicXml.titled("b")));
            client.post("/scores", Map.of("data", MusicXml.titled("a")));
            List<String> sums =
                    all().stream().map(entry -> entry.request().crc32c()).toList();
            assertEquals(sums.get(0), sums.get(2));
            assertNotEquals(sums.get(0), sums.get(1));
        }

        @Test
        void existsForBodiesOfAnySize() {
            client.importPdf(SheetMusic.of("Large").pages(60).pdf(), Map.of("title", "x".repeat(600_000)));
            assertTrue(only().request().bytes() > 600_000);
            assertEquals(8, only().request().crc32c().length());
        }

        @Test
        void existsForEveryOperationOfBothVendors() {
            String task = client.importPdf(SheetMusic.of("a").pdf(), Map.of()).at("/id");
            client.get("/tasks/" + task);
            ScoreFlowClient scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "key");
            String id = scoreFlow.convert(SheetMusic.of("a").pdf(), "midi").at("/conversionId");
            scoreFlow.status(id);
            scoreFlow.status(id);
            scoreFlow.download(id);
            assertEquals(
                    List.of("createScore", "getTask", "convert", "status", "status", "download"),
                    all().stream().map(entry -> entry.operation().orElse("")).toList());
        }

        @Test
        void existsForRefusedRequests() {
            FlatClient.anonymous(fermata.flatUrl()).get("/me");
            FlatClient.of(fermata.flatUrl(), "expired").get("/me");
            client.get("/nonsense");
            client.get("/classes");
            client.post("/scores", Map.of());
            ScoreFlowClient.of(fermata.scoreFlowUrl(), "key").get("/nonsense");
            assertEquals(
                    List.of(401, 401, 404, 501, 400, 404),
                    all().stream().map(Entry::status).toList());
            assertEquals("listClasses", all().get(3).operation().orElse(""));
        }

        @Test
        void existsOnceForAnAnsweredLongPoll() throws Exception {
            Answer job = new OmrClient(client).oneShot(SheetMusic.of("a").pdf(), Map.of());
            client.get("/omr/jobs/" + job.at("/id") + "?wait=5");
            assertEquals(
                    List.of("createOmrJob", "getOmrJob"),
                    all().stream().map(entry -> entry.operation().orElse("")).toList());
        }
    }

    @Nested
    class ASecret {
        @Test
        void isInNoEntry() throws Exception {
            Answer score = client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "privateLink"));
            String key = score.at("/sharingKey");
            FlatClient.of(fermata.flatUrl(), "my-secret").get("/scores/" + score.at("/id") + "?a=b&sharingKey=" + key);
            String link = client.get("/scores/" + score.at("/id") + "/revisions/last/xml?url=true")
                    .at("/url");
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.discarding());
            String journal = all().toString();
            assertAll(
                    () -> assertEquals(4, all().size()),
                    () -> assertFalse(journal.contains(key), journal),
                    () -> assertFalse(journal.contains("my-secret"), journal),
                    () -> assertFalse(journal.contains(link.substring(link.lastIndexOf('/') + 1)), journal),
                    () -> assertTrue(
                            all().get(1).path().endsWith("?a=…&sharingKey=…"),
                            all().get(1).path()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sharingKey",
                    "%73haringKey",
                    "access_token",
                    "%61ccess_token",
                    "token",
                    "api_key",
                    "client_secret",
                    "password",
                    "Authorization",
                    "KEY",
                    "signature"
                })
        void isNotKeptWithAnySpellingOfItsName(String name) {
            client.get("/me?limit=5&" + name + "=my-secret");
            assertFalse(only().path().contains("my-secret"), only().path());
            assertTrue(only().path().contains("limit=5"), only().path());
        }

        @Test
        void inTheUrlIsMarked() {
            client.get("/me?access_token=my-secret");
            assertEquals(Entry.Credential.URL, only().credential());
            assertEquals("/v2/me?access_token=…", only().path());
        }
    }

    @Nested
    class AQuery {
        @Test
        void findsEntriesThatMeetAllConditions() {
            client.get("/me");
            client.get("/nonsense");
            fermata.clock().advance(Duration.ofHours(1));
            client.get("/me");
            String me = client.get("/me").at("/id");
            FlatClient.anonymous(fermata.flatUrl()).get("/me");
            Journal journal = fermata.journal();
            var anHourLater = fermata.clock().instant().minusSeconds(1_800);
            assertAll(
                    () -> assertEquals(
                            4,
                            journal.find(Query.ALL.operation("getAuthenticatedUser"))
                                    .size()),
                    () -> assertEquals(3, journal.find(Query.ALL.status(200)).size()),
                    () -> assertEquals(2, journal.find(Query.ALL.status("4xx")).size()),
                    () -> assertEquals(4, journal.find(Query.ALL.account(me)).size()),
                    () -> assertEquals(
                            0, journal.find(Query.ALL.vendor("scoreflow")).size()),
                    () -> assertEquals(
                            3, journal.find(Query.ALL.from(anHourLater)).size()),
                    () -> assertEquals(
                            2, journal.find(Query.ALL.until(anHourLater)).size()),
                    () -> assertEquals(1, journal.find(Query.ALL.after(4)).size()),
                    () -> assertEquals(
                            1,
                            journal.find(Query.ALL.status(200).until(anHourLater))
                                    .size()));
        }

        @Test
        void forAnInvalidStatusIsRefused() {
            assertThrows(IllegalArgumentException.class, () -> Query.ALL.status("teapot"));
            assertThrows(IllegalArgumentException.class, () -> Query.ALL.status(600));
        }
    }

    @Nested
    class WhoWaits {
        private final Duration patience = Duration.ofSeconds(60);

        @Test
        void isAnsweredByTheLastMissingRequest() throws Exception {
            client.get("/me");
            CompletableFuture<Journal.Awaited> two =
                    fermata.journal().await(Query.ALL.operation("getAuthenticatedUser"), 2, patience);
            assertFalse(two.isDone());
            client.get("/nonsense");
            assertFalse(two.isDone());
            client.get("/me");
            Journal.Awaited came = two.get(60, TimeUnit.SECONDS);
            assertTrue(came.complete());
            assertEquals(2, came.entries().size());
        }

        @Test
        void isAnsweredAtOnceByExistingEntries() {
            client.get("/me");
            assertTrue(fermata.journal().await(Query.ALL, 1, patience).isDone());
        }

        @Test
        void getsTheClosestMissesAfterTheTimeout() throws Exception {
            client.get("/nonsense");
            client.get("/me?access_token=x");
            Journal.Awaited none = fermata.journal()
                    .await(Query.ALL.operation("getAuthenticatedUser").status(429), 1, Duration.ZERO)
                    .get(60, TimeUnit.SECONDS);
            assertFalse(none.complete());
            assertEquals(2, none.misses().size());
            assertEquals(
                    List.of("the status is 200, expected 429"),
                    none.misses().get(0).because());
            assertEquals(
                    List.of("the operation is none, expected getAuthenticatedUser", "the status is 404, expected 429"),
                    none.misses().get(1).because());
        }

        @Test
        void doesNotCountEntriesDroppedMeanwhile() {
            fermata.close();
            fermata = Fermata.start(FermataOptions.builder().journal(3, 1 << 20).build());
            FlatClient busy = FlatClient.of(fermata.flatUrl(), "some-token");
            busy.get("/me");
            Query users = Query.ALL.operation("getAuthenticatedUser");
            CompletableFuture<Journal.Awaited> three = fermata.journal().await(users, 3, patience);
            CompletableFuture<Journal.Awaited> four = fermata.journal().await(users, 4, patience);
            for (int i = 0; i < 3; i++) {
                busy.get("/nonsense"); // the third displaces the first /me
            }
            for (int i = 0; i < 2; i++) {
                busy.get("/me");
            }
            assertFalse(three.isDone());
            busy.get("/me");
            assertTrue(three.isDone());
            busy.get("/me");
            assertFalse(four.isDone(), "four of them never fit");
        }

        @Test
        void startsAgainWhenTheJournalIsCleared() {
            CompletableFuture<Journal.Awaited> two = fermata.journal().await(Query.ALL, 2, patience);
            client.get("/me");
            fermata.journal().clear();
            client.get("/me");
            assertFalse(two.isDone());
            client.get("/me");
            assertTrue(two.isDone());
        }

        @Test
        void timesOutInRealTime() throws Exception {
            fermata.clock().freeze();
            Journal.Awaited none =
                    fermata.journal().await(Query.ALL, 1, Duration.ofMillis(10)).get(60, TimeUnit.SECONDS);
            assertFalse(none.complete());
            assertEquals(0, fermata.clock().alarms());
        }

        @Test
        void endsAtOnceInAWorldThatHasEnded() throws Exception {
            Journal ended = fermata.world("other").journal();
            fermata.endWorld("other");
            assertFalse(ended.await(Query.ALL, 1, patience)
                    .get(60, TimeUnit.SECONDS)
                    .complete());
        }

        @Test
        void endsWhenTheServerStops() throws Exception {
            var waiting = fermata.journal().await(Query.ALL, 1, patience);
            fermata.close();
            assertFalse(waiting.get(60, TimeUnit.SECONDS).complete());
        }
    }

    @Nested
    class AJournal {
        @Test
        void keepsTheNewestEntriesWithinItsBounds() {
            fermata.close();
            fermata = Fermata.start(FermataOptions.builder().journal(3, 1 << 20).build());
            FlatClient busy = FlatClient.of(fermata.flatUrl(), "some-token");
            for (int i = 0; i < 5; i++) {
                busy.get("/me");
            }
            assertEquals(List.of(3L, 4L, 5L), all().stream().map(Entry::number).toList());
            assertEquals(2, fermata.journal().forgotten());
        }

        @Test
        void sharesItsMemoryWithOtherWorldsAndTheLargestDropsEntries() {
            fermata.close();
            fermata = Fermata.start(
                    FermataOptions.builder().journalTotalBytes(20_000).build());
            FlatClient quiet = FlatClient.of(fermata.flatUrl(), "fermata_quiet_me");
            FlatClient busy = FlatClient.of(fermata.flatUrl(), "fermata_busy_me");
            for (int i = 0; i < 5; i++) {
                quiet.get("/me");
            }
            for (int i = 0; i < 100; i++) {
                busy.get("/me");
            }
            Journal journal = fermata.world("busy").journal();
            int kept = journal.find(Query.ALL).size();
            assertAll(
                    () -> assertEquals(
                            5, fermata.world("quiet").journal().find(Query.ALL).size()),
                    () -> assertTrue(kept > 10 && kept < 40, kept + " are kept"),
                    () -> assertEquals(100 - kept, journal.forgotten()));
        }

        @Test
        void freesItsMemoryWhenItsWorldEnds() {
            fermata.close();
            fermata = Fermata.start(
                    FermataOptions.builder().journalTotalBytes(20_000).build());
            for (String world : List.of("a", "b", "c")) {
                FlatClient busy = FlatClient.of(fermata.flatUrl(), "fermata_" + world + "_me");
                for (int i = 0; i < 30; i++) {
                    busy.get("/me");
                }
                assertEquals(30, fermata.world(world).journal().find(Query.ALL).size());
                fermata.endWorld(world);
            }
        }

        @Test
        void staysWithinItsBytesForAnyRequests() {
            fermata.close();
            fermata = Fermata.start(
                    FermataOptions.builder().journal(1_000, 10_000).build());
            FlatClient busy = FlatClient.of(fermata.flatUrl(), "some-token");
            for (int i = 0; i < 10; i++) {
                busy.get("/me?" + "onlyId=x&".repeat(300));
            }
            assertTrue(all().size() < 4 && !all().isEmpty(), all().size() + " entries");
        }

        @Test
        void isClearedAndItsNumberingContinues() {
            client.get("/me");
            fermata.journal().clear();
            assertEquals(List.of(), all());
            client.get("/me");
            assertEquals(2, only().number());
        }

        @Test
        void belongsToOneWorld() {
            FlatClient.of(fermata.flatUrl(), "fermata_other_me").get("/me");
            assertEquals(List.of(), all());
            assertEquals(1, fermata.world("other").journal().find(Query.ALL).size());
        }
    }
}
