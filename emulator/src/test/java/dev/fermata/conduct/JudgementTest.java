package dev.fermata.conduct;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import dev.fermata.vendor.Purpose;
import dev.fermata.vendor.VendorName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Verdicts of rules in cases that a client alone does not show. */
class JudgementTest {
    private Fermata fermata;
    private FlatClient flat;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .journal(12, 1 << 20)
                .build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Verdict verdict(String rule, Ending ending) {
        return Rulebook.find(rule).orElseThrow().judge(Run.of(fermata.journal(), ending));
    }

    private Verdict.Kind kind(String rule) {
        return verdict(rule, Ending.UNKNOWN).kind();
    }

    private Answer job() {
        return new OmrClient(flat).oneShot(SheetMusic.untitled().pages(3).pdf(), Map.of());
    }

    @Nested
    class ThePaceOfPolls {
        @Test
        void usesTheWorldsClock() {
            String task = flat.importPdf(SheetMusic.untitled().pages(9).pdf(), Map.of())
                    .at("/id");
            flat.get("/tasks/" + task);
            fermata.clock().advance(Duration.ofSeconds(2));
            flat.get("/tasks/" + task);
            assertEquals(Verdict.Kind.PASS, kind("poll-pace"));
            fermata.clock().advance(Duration.ofMillis(1_800));
            flat.get("/tasks/" + task);
            Verdict verdict = verdict("poll-pace", Ending.UNKNOWN);
            assertEquals(
                    List.of(new Evidence("polled again after 1.8 s, expected at least 2.0 s", List.of(3L, 4L))),
                    verdict.evidence());
        }

        @Test
        void isNotJudgedForALongPoll() {
            OmrClient omr = new OmrClient(flat);
            Answer job = job();
            for (int i = 0; i < 5; i++) {
                fermata.world().step(); // the last is half a second after the one before
                omr.waitFor(job, 25);
            }
            assertEquals(Verdict.Kind.PASS, kind("poll-pace"));
        }

        @Test
        void isJudgedForALongPollOfZeroSeconds() {
            OmrClient omr = new OmrClient(flat);
            Answer job = job();
            omr.waitFor(job, 0);
            omr.waitFor(job, 0);
            assertEquals(Verdict.Kind.FAIL, kind("poll-pace"));
        }
    }

    @Nested
    class AJobOfADoneOrder {
        @Test
        void mayBePolledOnceAfterTheAnswerThatAcceptedIt() {
            OmrClient omr = new OmrClient(flat);
            byte[] pdf = SheetMusic.untitled().pdf();
            Answer first = omr.oneShot(pdf, Map.of("idempotencyKey", "k"));
            fermata.clock().advance(Duration.ofMinutes(1));
            omr.oneShot(pdf, Map.of("idempotencyKey", "k"));
            omr.get(first);
            assertEquals(Verdict.Kind.PASS, kind("end-is-the-end"));
            fermata.clock().advance(Duration.ofMinutes(1));
            omr.get(first);
            assertEquals(Verdict.Kind.FAIL, kind("end-is-the-end"));
        }
    }

    @Nested
    class AConversion {
        private final byte[] pdf = SheetMusic.untitled().pdf();
        private ScoreFlowClient scoreFlow;

        @BeforeEach
        void connect() {
            scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token");
        }

        @Test
        void toAnotherFormatIsNotARepetition() {
            scoreFlow.convert(pdf, "midi");
            scoreFlow.convert(pdf, "musicxml");
            assertEquals(Verdict.Kind.PASS, kind("sent-once"));
            scoreFlow.convert(pdf, "midi");
            assertEquals(Verdict.Kind.FAIL, kind("sent-once"));
        }

        @Test
        void mustBeFetchedByAClientThatSucceeds() {
            String id = scoreFlow.convert(pdf, "midi").at("/conversionId");
            fermata.clock().advance(Duration.ofMinutes(1));
            scoreFlow.status(id);
            assertEquals(
                    Verdict.Kind.FAIL,
                    verdict("fetched-when-done", Ending.SUCCEEDED).kind());
            assertEquals(
                    Verdict.Kind.NOT_EXERCISED,
                    verdict("fetched-when-done", Ending.FAILED).kind());
            scoreFlow.download(id);
            assertEquals(
                    Verdict.Kind.PASS,
                    verdict("fetched-when-done", Ending.SUCCEEDED).kind());
        }

        @Test
        void mayBeFetchedAfterAMislabelledAnswer() {
            fermata.world().scenarios().play("wrong-type");
            String id = scoreFlow.convert(pdf, "midi").at("/conversionId");
            fermata.clock().advance(Duration.ofMinutes(1));
            scoreFlow.status(id);
            fermata.world().scenarios().stopAll();
            scoreFlow.download(id);
            assertEquals(Verdict.Kind.PASS, kind("fetched-when-done"));
        }
    }

    @Nested
    class AScoreThatIsThereAtOnce {
        private String score() {
            return flat.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
        }

        @Test
        void isUsedAtOnce() {
            flat.get("/scores/" + score());
            assertEquals(Verdict.Kind.PASS, kind("accepted-is-followed"));
        }

        @Test
        void isNotPolled() {
            flat.get("/tasks/" + score());
            assertEquals(Verdict.Kind.FAIL, kind("accepted-is-followed"));
        }
    }

    @Nested
    class WhatCannotBeJudged {
        @Test
        void includesARunWithDroppedEntries() {
            for (int i = 0; i < 13; i++) {
                flat.get("/me");
            }
            Verdict verdict = verdict("token-in-header", Ending.UNKNOWN);
            assertEquals(Verdict.Kind.ERROR, verdict.kind());
            assertEquals(
                    "the journal has forgotten 1 requests; let it keep more of them",
                    verdict.evidence().get(0).sentence());
        }

        @Test
        void includesAnExceptionInARule() {
            Rule broken = new Rule("broken", Level.MUST, List.of(), "", "", "", run -> {
                throw new IllegalStateException("a bug");
            });
            assertEquals(
                    Verdict.Kind.ERROR,
                    broken.judge(Run.of(fermata.journal(), Ending.UNKNOWN)).kind());
        }

        @Test
        void includesRulesThatDidNotApply() {
            for (Rule rule : Rulebook.all()) {
                assertEquals(Verdict.Kind.NOT_EXERCISED, kind(rule.id()), rule.id());
            }
        }
    }

    /** The size of a full journal; a verdict on it must not take minutes. */
    @Test
    void isFast() {
        List<Entry> entries = LongStream.rangeClosed(1, 60_000)
                .mapToObj(number -> refusal(number, Instant.EPOCH.plusMillis(number)))
                .toList();
        Run run = new Run(entries, 0, Ending.UNKNOWN);
        assertTimeout(Duration.ofSeconds(20), () -> Rulebook.judge(Rulebook.all(), run));
        List<Evidence> evidence =
                Rulebook.find("back-off").orElseThrow().judge(run).evidence();
        assertEquals(21, evidence.size());
        assertEquals("and so on, 60000 times in all", evidence.get(20).sentence());
    }

    private static Entry refusal(long number, Instant at) {
        return new Entry(
                number,
                at,
                at,
                VendorName.FLAT,
                Optional.of("getTask"),
                Purpose.POLL,
                "GET",
                "/v2/tasks/1",
                "me",
                Entry.Credential.HEADER,
                "",
                Entry.Content.NONE,
                503,
                Entry.Content.NONE,
                Optional.empty(),
                Optional.empty(),
                RequestSummary.NONE.about("1", RequestSummary.State.UNTOLD).limited(at.plusSeconds(60)));
    }

    @Nested
    class AFailure {
        @Test
        void isSurfacedByAClientThatReportsIt() {
            Answer job = job();
            fermata.world()
                    .flat()
                    .jobs()
                    .fail(fermata.world().job(job.at("/id")).orElseThrow(), Failure.NO_MUSIC);
            new OmrClient(flat).get(job);
            assertAll(
                    () -> assertEquals(
                            Verdict.Kind.PASS,
                            verdict("failure-is-surfaced", Ending.FAILED).kind()),
                    () -> assertEquals(
                            Verdict.Kind.FAIL,
                            verdict("failure-is-surfaced", Ending.SUCCEEDED).kind()),
                    () -> assertEquals(
                            Verdict.Kind.NOT_EXERCISED,
                            verdict("failure-is-surfaced", Ending.UNKNOWN).kind()));
        }
    }

    @Test
    void rulesHaveUniqueNamesAndSetsHaveKnownRules() {
        List<String> ids = Rulebook.all().stream().map(Rule::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertAll(Rulebook.sets().entrySet().stream().map(set -> () -> {
            assertTrue(ids.containsAll(set.getValue()), set.getKey());
            assertEquals(set.getValue().size(), Rulebook.named(set.getKey()).size());
        }));
        assertEquals(
                List.of("poll-pace"),
                Rulebook.named("poll-pace").stream().map(Rule::id).toList());
        assertThrows(IllegalArgumentException.class, () -> Rulebook.named("manners"));
    }
}
