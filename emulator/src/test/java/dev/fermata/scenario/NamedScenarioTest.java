package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Query;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedAccount;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that a request or a document names, and which of several applies. */
class NamedScenarioTest {
    private static final byte[] PDF = SheetMusic.of("Named").pages(2).pdf();

    private Fermata fermata;
    private FlatClient flat;
    private ScoreFlowClient scoreFlow;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).speed(0).build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
        scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private static byte[] withKeywords(String keywords) {
        try (PDDocument pdf = Loader.loadPDF(PDF);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.getDocumentInformation().setKeywords(keywords);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer me(String scenario) {
        return flat.send("GET", "/me", BodyPublishers.noBody(), Map.of("Fermata-Scenario", scenario));
    }

    /** A job with a file, after it has ended. */
    private Answer job(byte[] pdf, String fileName, String header) {
        String json = "{\"output\":\"musicxml\",\"autoStart\":true,\"files\":[{\"file\":\""
                + Base64.getEncoder().encodeToString(pdf) + "\",\"filename\":\"" + fileName + "\"}]}";
        Map<String, String> headers = header.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Fermata-Scenario", header);
        Answer job = flat.send("POST", "/omr/jobs", BodyPublishers.ofString(json), headers);
        return job.status() < 300 ? flat.get("/omr/jobs/" + job.at("/id")) : job;
    }

    private String journaled() {
        var entries = fermata.journal().find(Query.ALL);
        return entries.get(entries.size() - 1).scenario().orElse("");
    }

    @Nested
    class ARequest {
        @Test
        void namesOneInAHeaderWithoutStartingIt() {
            assertEquals(409, me("error-409").status());
            assertEquals(200, flat.get("/me").status());
        }

        @Test
        void namesAnActiveOneAsItIs() {
            fermata.world().scenarios().play(Scenario.of("mine", When.ALWAYS.vendor("scoreflow"), error(404)));
            assertEquals(404, me("mine").status());
        }

        @Test
        void namesOneForTheJobThatItStarts() {
            assertEquals("NO_MUSIC_DETECTED", job(PDF, "a.pdf", "no-music").at("/errorCode"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"no-such-scenario", "NO-MUSIC", "../x"})
        void withAnUnknownNameIsRefusedInTheVendorsFormat(String name) {
            fermata.world().scenarios().play("no-credits");
            Answer byFlat = me(name);
            Answer byScoreFlow = scoreFlow.send(
                    "GET", "/convert/status/x", BodyPublishers.noBody(), Map.of("Fermata-Scenario", name));
            assertAll(
                    () -> assertEquals(400, byFlat.status()),
                    () -> assertEquals("Fermata-Scenario", byFlat.at("/param")),
                    () -> assertEquals("", byFlat.header("Fermata-Scenario")),
                    () -> assertEquals(400, byScoreFlow.status()),
                    () -> assertTrue(byScoreFlow.at("/error").contains("scenario"), byScoreFlow.text()),
                    () -> assertEquals("", journaled()),
                    () -> assertEquals(0, fermata.world().scenarios().matched("no-credits")));
        }
    }

    @Nested
    class ADocument {
        @Test
        void namesOneInItsFileName() {
            assertEquals(
                    "NO_MUSIC_DETECTED",
                    job(PDF, "fermata-scenario-no-music.pdf", "").at("/errorCode"));
        }

        @Test
        void namesOneInItsKeywords() {
            byte[] marked = withKeywords("choir, fermata-scenario-no-music, 1890");
            assertEquals("NO_MUSIC_DETECTED", job(marked, "a.pdf", "").at("/errorCode"));
            String id = scoreFlow.convert(marked, "midi").at("/conversionId");
            assertEquals("failed", scoreFlow.status(id).at("/status"));
        }

        @Test
        void namesOneForItsRequest() {
            Answer refused = job(PDF, "fermata-scenario-error-402.pdf", "");
            assertEquals(402, refused.status());
            assertEquals("error-402", refused.header("Fermata-Scenario"));
            assertEquals(0, fermata.world().flat().jobs().count());
        }

        @Test
        void withAnUnknownNameIsAnOrdinaryDocument() {
            assertEquals("done", job(PDF, "fermata-scenario-no-such.pdf", "").at("/status"));
        }
    }

    @Nested
    class OfSeveral {
        @Test
        void theHeaderWins() {
            fermata.world().scenarios().play("tablature");
            Answer job = job(withKeywords("fermata-scenario-encrypted"), "fermata-scenario-no-music.pdf", "too-large");
            assertEquals("TOO_LARGE", job.at("/errorCode"));
        }

        @Test
        void thenTheDocumentsNameThenItsKeywords() {
            fermata.world().scenarios().play("tablature");
            byte[] marked = withKeywords("fermata-scenario-encrypted");
            assertEquals(
                    "NO_MUSIC_DETECTED",
                    job(marked, "fermata-scenario-no-music.pdf", "").at("/errorCode"));
            assertEquals("ENCRYPTED_PDF", job(marked, "a.pdf", "").at("/errorCode"));
        }

        @Test
        void theNewestIsLast() {
            fermata.world().scenarios().play("no-music");
            fermata.world().scenarios().play("tablature");
            assertEquals("UNSUPPORTED_TABLATURE", job(PDF, "a.pdf", "").at("/errorCode"));
        }

        @Test
        void theHeaderOfAnAnswerWinsToo() {
            fermata.world().scenarios().play("error-500");
            assertEquals(
                    409, job(PDF, "fermata-scenario-error-402.pdf", "error-409").status());
        }

        @Test
        void theDocumentWinsOverLaterEffects() {
            fermata.world().scenarios().play("latency");
            Answer refused = job(PDF, "fermata-scenario-error-402.pdf", "");
            assertEquals(402, refused.status());
            assertEquals("error-402", refused.header("Fermata-Scenario"));
        }

        @Test
        void anErrorForAllComesBeforeTheDocumentIsRead() {
            fermata.world().scenarios().play("error-500");
            assertEquals(500, job(PDF, "fermata-scenario-error-402.pdf", "").status());
        }
    }

    @Nested
    class APlanWithoutRecognition {
        private Answer converted(Map<String, String> more) {
            return scoreFlow.convert(PDF, "midi", more);
        }

        @Test
        void isRefusedAtAVendorWithoutPlans() {
            Answer refused = converted(Map.of("Fermata-Scenario", "no-omr-plan"));
            assertAll(
                    () -> assertEquals(400, refused.status(), refused.text()),
                    () -> assertEquals(
                            "This scenario is about the plans of Flat; ScoreFlow has no plans", refused.at("/error")),
                    () -> assertEquals("", refused.header("Fermata-Answer")),
                    () -> assertEquals("", journaled()));
        }

        @Test
        void doesNotAffectAVendorWithoutPlans() {
            fermata.world().scenarios().play(Scenario.of("mine", When.ALWAYS, new Then.Subscribed(Plan.NO_OMR)));
            Answer accepted = converted(Map.of());
            assertEquals(202, accepted.status(), accepted.text());
            assertEquals("", accepted.header("Fermata-Scenario"));
        }

        @Test
        void cannotBeNamedAtAVendorWithoutPlans() {
            When atScoreFlow = When.ALWAYS.vendor("scoreflow");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Scenario.of("mine", atScoreFlow, new Then.Subscribed(Plan.NO_OMR)));
        }

        @Test
        void doesNotAffectAConversionOfASeededAccount() {
            fermata.close();
            fermata = Fermata.start(FermataOptions.builder()
                    .seed(Seed.NOTHING.with(SeedAccount.scoreFlow("me").plan(Plan.NO_OMR)))
                    .build());
            scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_default_me");
            assertEquals(202, converted(Map.of()).status());
        }

        @Test
        void keepsTheOwnerOfAScore() {
            Answer score = flat.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "privateLink"));
            fermata.world().scenarios().play("no-omr-plan");
            Answer seen = flat.get("/scores/" + score.at("/id"));
            assertAll(
                    () -> assertEquals("no-omr-plan", seen.header("Fermata-Scenario")),
                    () -> assertEquals("true", seen.at("/rights/aclAdmin"), seen.text()),
                    () -> assertEquals(score.at("/sharingKey"), seen.at("/sharingKey")));
        }
    }

    @Nested
    class AnAnswer {
        @ParameterizedTest
        @ValueSource(strings = {"error-409", "proxy-502", "wrong-type", "slow-body", "no-credits", "rate-limited"})
        void namesTheScenarioThatChangedIt(String name) {
            fermata.clock().speed(1_000);
            fermata.world().scenarios().play(name);
            Answer answer = scoreFlow.get("/convert/status/x");
            assertEquals(name, answer.header("Fermata-Scenario"));
            assertEquals(name, journaled());
        }

        @Test
        void namesNoScenarioWithoutAChange() {
            fermata.world().scenarios().play("no-music");
            fermata.world()
                    .scenarios()
                    .play(Scenario.of("late", When.ALWAYS.times(new Occurrences(5, 1, 1, 1, 0)), error(500)));
            Answer answer = flat.get("/me");
            assertEquals(200, answer.status());
            assertEquals("", answer.header("Fermata-Scenario"));
        }

        @Test
        void ofTheVendorsOwnLimitNamesNoScenario() {
            fermata.close();
            fermata = Fermata.start(FermataOptions.builder()
                    .flat(FlatOptions.defaults().withRequests(new RateLimit.Rule(1, Duration.ofHours(1))))
                    .build());
            fermata.world().scenarios().play("error-409");
            flat = FlatClient.of(fermata.flatUrl(), "some-token");
            assertEquals("error-409", flat.get("/me").header("Fermata-Scenario"));
            Answer over = flat.get("/me");
            assertEquals(403, over.status());
            assertEquals("", over.header("Fermata-Scenario"));
            assertEquals("", journaled());
        }
    }

    private static Then error(int status) {
        return new Then.Refusal(status, Optional.empty());
    }
}
