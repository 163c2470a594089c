package dev.fermata.seed;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobState.Kind;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.score.content.Format;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The initial contents of a world, as clients see them. */
class SeedTest {
    private static final byte[] PDF = SheetMusic.of("Seed").pages(2).pdf();

    private Fermata fermata;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private FlatClient flat() {
        return FlatClient.of(fermata.flatUrl(), "fermata_mine_me");
    }

    private ScoreFlowClient scoreFlow() {
        return ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_mine_me");
    }

    private String begin(SeedJob job) throws IOException {
        return fermata.begin("mine", Seed.NOTHING.with(job)).jobs().get(0).id();
    }

    private Answer task(String id) {
        return flat().get("/tasks/" + id);
    }

    private Answer job(String id) {
        return flat().get("/omr/jobs/" + id);
    }

    @Nested
    class AnImport {
        @ParameterizedTest
        @CsvSource({"QUEUED,created", "READING,doing", "DONE,done", "FAILED,error"})
        void isATaskInAnyState(Kind kind, String state) throws IOException {
            String task = begin(SeedJob.imported("me").initialState(InitialState.of(kind)));
            assertEquals(state, task(task).at("/state"));
            fermata.world("mine").clock().advance(Duration.ofDays(1));
            assertEquals(state, task(task).at("/state"), "and stays so");
        }

        @Test
        void thatIsDoneHasItsScore() throws IOException {
            String task = begin(SeedJob.imported("me").title("Planted").pages(3));
            Answer score = flat().get("/scores/" + task(task).at("/score"));
            assertAll(
                    () -> assertEquals("Planted", score.at("/title")),
                    () -> assertEquals(997, new OmrClient(flat()).credits()));
        }

        @Test
        void thatIsReadingCanBeFinished() throws IOException {
            String task = begin(SeedJob.imported("me").initialState(InitialState.reading(40)));
            var jobs = fermata.world("mine").flat().jobs();
            assertTrue(jobs.finish(jobs.find(task).orElseThrow()));
            assertEquals("done", task(task).at("/state"));
        }

        @ParameterizedTest
        @EnumSource(
                value = Kind.class,
                names = {"DRAFT", "AWAITING", "CANCELED"})
        void cannotBeInAStateOfOmrJobs(Kind kind) {
            assertThrows(
                    IllegalArgumentException.class, () -> SeedJob.imported("me").initialState(InitialState.of(kind)));
        }
    }

    @Nested
    class AnOmrJob {
        @ParameterizedTest
        @CsvSource({
            "DRAFT,draft",
            "QUEUED,processing",
            "READING,processing",
            "AWAITING,awaitingInput",
            "DONE,done",
            "FAILED,error",
            "CANCELED,canceled"
        })
        void isInAnyState(Kind kind, String status) throws IOException {
            String job = begin(SeedJob.omr("me").initialState(InitialState.of(kind)));
            assertEquals(status, job(job).at("/status"));
            fermata.world("mine").clock().advance(Duration.ofDays(1));
            assertEquals(status, job(job).at("/status"), "and stays so");
        }

        @Test
        void thatFailedHasItsReasonAndARefund() throws IOException {
            String job = begin(SeedJob.omr("me").initialState(InitialState.failed(Failure.TABLATURE, 30)));
            assertAll(
                    () -> assertEquals("UNSUPPORTED_TABLATURE", job(job).at("/errorCode")),
                    () -> assertEquals(1_000, new OmrClient(flat()).credits()));
        }

        @Test
        void thatAwaitsItsReviewContinuesWithTheAnswer() throws IOException {
            String job = begin(SeedJob.omr("me").initialState(InitialState.of(Kind.AWAITING)));
            assertEquals(
                    202,
                    flat().post("/omr/jobs/" + job + "/steps/details", Map.of("step", "details"))
                            .status());
            assertEquals("done", job(job).at("/status"));
        }

        @Test
        void thatIsADraftCanBeStartedAndCharged() throws IOException {
            String job = begin(SeedJob.omr("me").pages(2).initialState(InitialState.of(Kind.DRAFT)));
            flat().send("POST", "/omr/jobs/" + job + "/start", BodyPublishers.noBody(), Map.of());
            assertAll(
                    () -> assertEquals("processing", job(job).at("/status")),
                    () -> assertEquals(998, new OmrClient(flat()).credits()));
        }

        @Test
        void withoutAScoreHasItsFileAndADeadline() throws IOException {
            String job = begin(SeedJob.omr("me").format(Format.XML));
            assertAll(
                    () -> assertEquals(
                            200,
                            flat().get("/omr/jobs/" + job + "/exports/musicxml").status()),
                    () -> assertNotEquals("", job(job).at("/retention/expiryDate")));
        }
    }

    @Nested
    class AJobThatIsQueued {
        @Test
        void doesNotDelayOtherJobs() throws IOException {
            begin(SeedJob.imported("me").initialState(InitialState.of(Kind.QUEUED)));
            String later = flat().importPdf(PDF, Map.of()).at("/id");
            fermata.world("mine").clock().advance(Duration.ofMinutes(1));
            assertEquals("done", task(later).at("/state"));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isNeverDue(boolean copied) throws IOException {
            SeedJob queued = SeedJob.conversion("me").initialState(InitialState.of(Kind.QUEUED));
            String id = begin(queued);
            ControlClient control = ControlClient.of(fermata.url());
            if (copied) {
                control.send(
                        "PUT",
                        "/worlds/mine/snapshot",
                        control.get("/worlds/mine/snapshot").text());
            }
            assertEquals(409, control.post("/worlds/mine/clock/step").status());
            assertEquals("", control.get("/worlds/mine/jobs/" + id).at("/nextChange"));
            assertEquals(
                    200, control.post("/worlds/mine/jobs/" + id + "/finish").status());
            assertEquals("completed", scoreFlow().status(id).at("/status"));
        }
    }

    @Nested
    class AConversion {
        @ParameterizedTest
        @CsvSource({"QUEUED,queued", "READING,processing", "DONE,completed", "FAILED,failed"})
        void isInAnyState(Kind kind, String status) throws IOException {
            String id = begin(SeedJob.conversion("me").initialState(InitialState.of(kind)));
            assertEquals(status, scoreFlow().status(id).at("/status"));
        }

        @Test
        void thatIsDoneHasItsFile() throws IOException {
            String id = begin(SeedJob.conversion("me").format(Format.MIDI));
            assertEquals("MThd", scoreFlow().download(id).text().substring(0, 4));
        }
    }

    @Nested
    class AnAccount {
        @Test
        void hasTheGivenCreditsAndPlan() throws IOException {
            fermata.begin(
                    "mine", Seed.NOTHING.with(SeedAccount.flat("me").credits(1).plan(Plan.NO_OMR)));
            assertEquals(402, flat().importPdf(PDF, Map.of()).status());
            fermata.begin("mine", Seed.NOTHING.with(SeedAccount.flat("me").credits(1)));
            assertEquals(402, flat().importPdf(PDF, Map.of()).status());
            fermata.begin("mine", Seed.NOTHING.with(SeedAccount.flat("me").credits(2)));
            assertEquals(202, flat().importPdf(PDF, Map.of()).status());
        }

        @Test
        void mayHaveATokenOfAnyForm() throws IOException {
            fermata.begin(
                    "default",
                    Seed.NOTHING
                            .with(SeedAccount.flat("me")
                                    .token("the-token-of-my-client")
                                    .credits(7))
                            .with(SeedJob.omr("me")));
            FlatClient mine = FlatClient.of(fermata.flatUrl(), "the-token-of-my-client");
            assertEquals(6, new OmrClient(mine).credits());
        }
    }

    @Nested
    class AScore {
        @Test
        void hasItsFileOrAGeneratedPiece() throws IOException {
            Seed seed = Seed.NOTHING
                    .with(SeedScore.of("me")
                            .id("0123456789abcdef01234567")
                            .file(SeedFile.of(
                                    "a.musicxml", MusicXml.titled("Mine").getBytes(StandardCharsets.UTF_8))))
                    .with(SeedScore.of("me").title("Another").privacy(Privacy.PUBLIC));
            List<dev.fermata.score.Score> scores = fermata.begin("mine", seed).scores();
            assertAll(
                    () -> assertEquals(
                            "Mine",
                            flat().get("/scores/0123456789abcdef01234567").at("/title")),
                    () -> assertEquals(
                            "public",
                            flat().get("/scores/" + scores.get(1).id()).at("/privacy")),
                    () -> assertEquals(
                            200,
                            flat().get("/scores/" + scores.get(1).id() + "/revisions/last/xml")
                                    .status()));
        }
    }

    @Nested
    class WhatIsNotPossible {
        private String refusal(Seed seed) {
            return String.valueOf(assertThrows(IllegalArgumentException.class, () -> fermata.begin("mine", seed))
                    .getMessage());
        }

        @Test
        void doesNotChangeTheWorld() {
            flat().importPdf(PDF, Map.of());
            Seed seed = Seed.NOTHING
                    .with(SeedJob.omr("you"))
                    .with(SeedJob.omr("you").id("wrong"));
            assertTrue(refusal(seed).startsWith("jobs.1: id must be like"), refusal(seed));
            assertEquals(1, fermata.world("mine").flat().jobs().count());
        }

        @Test
        void includesAJobThatItsAccountCannotPay() {
            Seed seed = Seed.NOTHING
                    .with(SeedAccount.flat("me").credits(1))
                    .with(SeedJob.omr("me").pages(2));
            assertEquals("jobs.0: its submission is refused: CREDITS_SHORT: 2 needed, 1 there", refusal(seed));
        }

        @Test
        void includesFilesThatCannotBeRead() {
            SeedFile junk = SeedFile.of("junk", new byte[] {1, 2, 3});
            assertAll(
                    () -> assertEquals(
                            "jobs.0: its file is not readable",
                            refusal(Seed.NOTHING.with(SeedJob.omr("me").file(junk)))),
                    () -> assertTrue(
                            refusal(Seed.NOTHING.with(SeedScore.of("me").file(junk)))
                                    .startsWith("scores.0: its file is not a score")));
        }

        @Test
        void includesADuplicateId() {
            String id = "0123456789abcdef01234567";
            assertAll(
                    () -> assertEquals(
                            "jobs.1: there are two jobs " + id,
                            refusal(Seed.NOTHING
                                    .with(SeedJob.omr("me").id(id))
                                    .with(SeedJob.imported("me").id(id)))),
                    () -> assertEquals(
                            "scores.1: there are two scores " + id,
                            refusal(Seed.NOTHING
                                    .with(SeedScore.of("me").id(id))
                                    .with(SeedScore.of("me").id(id)))));
        }

        @Test
        void includesATokenOfAnotherWorld() {
            assertEquals(
                    "accounts.0: its token selects the world other, and this is mine",
                    refusal(Seed.NOTHING.with(SeedAccount.flat("me").token("fermata_other_me"))));
        }

        @Test
        void isReportedAtTheStartOfTheServer() {
            FermataOptions options = FermataOptions.builder()
                    .seed(Seed.NOTHING.with(SeedJob.omr("me").id("wrong")))
                    .build();
            assertThrows(
                    IllegalArgumentException.class, () -> Fermata.start(options).close());
        }
    }

    @Nested
    class EveryWorldOfAServer {
        @Test
        void hasTheAccountsOfItsSeedByName() {
            FermataOptions options = FermataOptions.builder()
                    .seed(Seed.NOTHING.with(
                            SeedAccount.flat("me").token("my-own-token").credits(7)))
                    .build();
            try (Fermata seeded = Fermata.start(options)) {
                for (String token : List.of("my-own-token", "fermata_other_me")) {
                    assertEquals(7, new OmrClient(FlatClient.of(seeded.flatUrl(), token)).credits());
                }
            }
        }

        @Test
        void startsWithTheSeedOfItsOptions() {
            FermataOptions options = FermataOptions.builder()
                    .seed(Seed.NOTHING
                            .at(Instant.parse("2001-02-03T04:05:06Z"))
                            .speed(0)
                            .with(SeedAccount.flat("me").credits(3)))
                    .build();
            try (Fermata seeded = Fermata.start(options)) {
                for (String world : List.of("one", "two")) {
                    FlatClient me = FlatClient.of(seeded.flatUrl(), "fermata_" + world + "_me");
                    assertEquals(3, new OmrClient(me).credits());
                    assertEquals("Sat, 03 Feb 2001 04:05:06 GMT", me.get("/me").header("Date"));
                }
                seeded.endWorld("one");
                assertEquals(3, new OmrClient(FlatClient.of(seeded.flatUrl(), "fermata_one_me")).credits());
            }
        }

        @Test
        void hasTheSameIdsInEveryRunWithTheSameIdSeed() {
            assertEquals(idsOfARun(42, "mine"), idsOfARun(42, "mine"));
            assertNotEquals(idsOfARun(42, "mine"), idsOfARun(43, "mine"));
            assertNotEquals(idsOfARun(42, "mine"), idsOfARun(42, "yours"));
        }

        private List<String> idsOfARun(long seed, String world) {
            try (Fermata seeded =
                    Fermata.start(FermataOptions.builder().idSeed(seed).build())) {
                FlatClient me = FlatClient.of(seeded.flatUrl(), "fermata_" + world + "_me");
                ScoreFlowClient other = ScoreFlowClient.of(seeded.scoreFlowUrl(), "fermata_" + world + "_me");
                List<String> first = ids(me, other);
                seeded.endWorld(world);
                assertEquals(first, ids(me, other), "a world that begins anew draws them again");
                return first;
            }
        }

        private static List<String> ids(FlatClient flat, ScoreFlowClient scoreFlow) {
            return List.of(
                    flat.importPdf(PDF, Map.of()).at("/id"),
                    flat.post("/collections", Map.of("title", "Mine")).at("/id"),
                    scoreFlow.convert(PDF, "midi").at("/conversionId"));
        }
    }

    @Nested
    class OverHttp {
        private ControlClient control;

        @BeforeEach
        void connect() {
            control = ControlClient.of(fermata.url());
        }

        private Answer put(String seed) {
            return control.send("PUT", "/worlds/mine/seed", seed.replace('\'', '"'));
        }

        @Test
        void isTheSameInJson() {
            String data = Base64.getEncoder().encodeToString(PDF);
            Answer seeded = put("""
                    {'at': '2001-02-03T04:05:06Z', 'speed': 0,
                     'accounts': [{'vendor': 'flat', 'name': 'me', 'credits': 9, 'plan': 'free'}],
                     'scores': [{'account': 'me', 'title': 'One', 'privacy': 'public'}],
                     'jobs': [{'kind': 'job', 'account': 'me', 'state': 'failed', 'because': 'encrypted', 'percent': 10},
                              {'kind': 'import', 'account': 'me', 'data': '%s', 'name': 'two.pdf'},
                              {'kind': 'conversion', 'account': 'me', 'state': 'queued', 'format': 'midi'}]}
                    """.formatted(data));
            assertAll(
                    () -> assertEquals(200, seeded.status(), seeded::toString),
                    () -> assertEquals("error", job(seeded.at("/jobs/0")).at("/status")),
                    () -> assertEquals("done", task(seeded.at("/jobs/1")).at("/state")),
                    () -> assertEquals(
                            "queued", scoreFlow().status(seeded.at("/jobs/2")).at("/status")),
                    () -> assertEquals(
                            "One",
                            flat().get("/scores/" + seeded.at("/scores/0")).at("/title")),
                    () -> assertEquals(7, new OmrClient(flat()).credits()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'jobs': 3}|jobs",
                    "{'jobs': [3]}|jobs.0",
                    "{'jobs': [{'kind': 'job'}]}|jobs.0.account",
                    "{'jobs': [{'kind': 'none', 'account': 'me'}]}|jobs.0.kind",
                    "{'jobs': [{'kind': 'import', 'account': 'me', 'state': 'draft'}]}|jobs.0.state",
                    "{'jobs': [{'kind': 'job', 'account': 'me', 'percent': 100}]}|jobs.0.percent",
                    "{'jobs': [{'kind': 'job', 'account': 'me', 'because': 'no_music'}]}|jobs.0.state",
                    "{'jobs': [{'kind': 'job', 'account': 'me', 'pages': 0}]}|jobs.0.pages",
                    "{'jobs': [{'kind': 'job', 'account': 'me', 'file': '/etc/passwd'}]}|jobs.0.file",
                    "{'jobs': [{'kind': 'job', 'account': 'me', 'data': '?'}]}|jobs.0.data",
                    "{'jobs': [{'kind': 'job', 'account': 'me', 'color': 'red'}]}|jobs.0.color",
                    "{'accounts': [{'vendor': 'flat', 'name': 'me', 'plan': 'gold'}]}|accounts.0.plan",
                    "{'jobs': [{'kind': 'export', 'account': 'me'}]}|jobs.0.kind",
                    "{'accounts': [{'vendor': 'flat', 'name': 'me', 'credits': 1000000001}]}|accounts.0.credits",
                    "{'at': 'yesterday'}|at",
                    "{'speed': 'fast'}|speed"
                })
        void invalidFieldsAreRefusedByName(String given) {
            String[] parts = given.split("\\|", 2);
            Answer refused = put(parts[0]);
            assertEquals(List.of(400, parts[1]), List.of(refused.status(), refused.at("/field")), refused::toString);
        }

        @Test
        void aTimeBefore1970IsRefused() {
            for (String at : List.of("-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z")) {
                assertEquals(400, put("{'at': '" + at + "'}").status(), at);
            }
        }

        @Test
        void impossibleSeedsAreRefusedWithAReason() {
            Answer refused = put("{'jobs': [{'kind': 'job', 'account': 'a b'}]}");
            assertEquals(400, refused.status());
            assertTrue(refused.at("/detail").startsWith("jobs.0: an account's name must be"), refused::toString);
        }

        @Test
        void aSnapshotIsCheckedAndMayBeOfAnotherWorld() throws IOException {
            assertEquals(400, control.send("PUT", "/worlds/mine/snapshot", "{}").status());
            assertEquals(404, control.get("/worlds/mine/snapshot").status());
            String job = begin(SeedJob.omr("me").initialState(InitialState.reading(40)));
            String snapshot = control.get("/worlds/mine/snapshot").text();
            assertEquals(
                    200, control.send("PUT", "/worlds/yours/snapshot", snapshot).status());
            assertEquals(
                    "processing",
                    FlatClient.of(fermata.flatUrl(), "fermata_yours_me")
                            .get("/omr/jobs/" + job)
                            .at("/status"));
        }
    }
}
