package dev.fermata.snapshot;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Query;
import dev.fermata.scenario.Catalogue;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A world that is written and put back: nobody can tell it from what it was. */
class SnapshotTest {
    private static final byte[] PDF = SheetMusic.of("Kept").pages(3).pdf();
    private static final byte[] ANSWERED = SheetMusic.of("Answered").pdf();

    private static final Map<String, Object> BUILT =
            Map.of("scoreData", Map.of("instruments", List.of(Map.of("group", "keyboards", "instrument", "piano"))));

    private Fermata fermata;

    @BeforeEach
    void start(@TempDir Path answers) throws IOException {
        Files.writeString(answers.resolve("common.musicxml"), MusicXml.titled("Common"));
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .answers(answers)
                .build());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private FlatClient flat(String world, String account) {
        return FlatClient.of(fermata.flatUrl(), "fermata_" + world + "_" + account);
    }

    private OmrClient omr(String world, String account) {
        return new OmrClient(flat(world, account));
    }

    private ScoreFlowClient scoreFlow(String world) {
        return ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_" + world + "_me");
    }

    private List<String> scoresOf(String world) {
        return flat(world, "me").get("/collections/root/scores").each("/id");
    }

    private byte[] snapshot(String world) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fermata.snapshot(world, out);
        return out.toByteArray();
    }

    private void restore(String world, byte[] snapshot) throws IOException {
        fermata.restore(world, new ByteArrayInputStream(snapshot));
    }

    private void copy(String from, String to) throws IOException {
        restore(to, snapshot(from));
    }

    /** A little of all that there is. */
    private void live(String world) {
        FlatClient me = flat(world, "me");
        OmrClient omr = omr(world, "me");
        Answer score = ok(me.post("/scores", Map.of("data", MusicXml.titled("Uploaded"), "privacy", "privateLink")));
        ok(me.put("/scores/" + score.at("/id"), Map.of("title", "Edited", "composer", "Somebody")));
        Answer trashed = ok(me.post("/scores", Map.of("data", MusicXml.titled("Trashed"))));
        ok(me.delete("/scores/" + trashed.at("/id")));
        ok(me.post("/scores", Map.of("title", "Blank", "builderData", BUILT)));
        Answer collection = ok(me.post("/collections", Map.of("title", "Mine")));
        ok(me.put("/collections/" + collection.at("/id") + "/scores/" + score.at("/id")));
        ok(me.delete("/collections/"
                + ok(me.post("/collections", Map.of("title", "Gone"))).at("/id")));
        fermata.world(world).answers().forBytes(ANSWERED, bytes(MusicXml.titled("Known")));
        ok(me.importPdf(ANSWERED, Map.of()));
        ok(me.importPdf(SheetMusic.of("Else").pdf(), Map.of("filename", "common.pdf")));
        Answer review = ok(omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details"), "idempotencyKey", "k")));
        fermata.world(world).clock().advance(Duration.ofMinutes(5));
        ok(omr.submit(review, Map.of("step", "details", "title", "Reviewed")));
        ok(omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details"), "output", "library")));
        ok(omr.add(ok(omr.draft(Map.of())), PDF, "draft.pdf"));
        Answer deleted = ok(omr.oneShot(SheetMusic.of("Deleted").pdf(), Map.of()));
        fermata.world(world).clock().advance(Duration.ofMinutes(5));
        ok(omr.delete(deleted));
        ok(omr.cancel(ok(omr.oneShot(PDF, Map.of()))));
        for (int i = 0; i < 6; i++) {
            ok(scoreFlow(world).convert(PDF, i % 2 == 0 ? "midi" : "musicxml"));
        }
        ok(flat(world, "poor").importPdf(PDF, Map.of()));
        fermata.world(world).scenarios().play(Catalogue.named("busy-twice"));
        assertEquals(503, me.get("/me").status());
        fermata.world(world).scenarios().stop("busy-twice");
        fermata.world(world).scenarios().play("result-late");
        ok(me.importPdf(PDF, Map.of("title", "Under way")));
    }

    private static Answer ok(Answer answer) {
        assertTrue(answer.status() < 300, answer::toString);
        return answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class ACopy {
        @Test
        void isWrittenAsTheWorldThatItIsACopyOf() throws IOException {
            live("mine");
            byte[] before = snapshot("mine");
            restore("yours", before);
            assertEquals(
                    new String(before, StandardCharsets.UTF_8), new String(snapshot("yours"), StandardCharsets.UTF_8));
        }

        @Test
        void goesOnAsTheWorldWouldHave() throws IOException {
            live("mine");
            copy("mine", "yours");
            for (Duration later : List.of(Duration.ofSeconds(2), Duration.ofMinutes(3), Duration.ofDays(40))) {
                fermata.world("mine").clock().advance(later);
                fermata.world("yours").clock().advance(later);
                assertEquals(
                        new String(snapshot("mine"), StandardCharsets.UTF_8),
                        new String(snapshot("yours"), StandardCharsets.UTF_8));
            }
            assertEquals(
                    flat("mine", "me")
                            .post("/collections", Map.of("title", "New"))
                            .at("/id"),
                    flat("yours", "me")
                            .post("/collections", Map.of("title", "New"))
                            .at("/id"));
        }

        @Test
        void answersItsClientsAsTheWorldDoes() throws IOException {
            live("mine");
            fermata.world("mine").clock().advance(Duration.ofMinutes(10));
            copy("mine", "yours");
            List<String> scores = scoresOf("mine");
            assertTrue(scores.size() >= 5, () -> "there are scores to compare: " + scores);
            Stream<String> files = scores.stream()
                    .flatMap(id -> Stream.of(
                                    "", "/revisions/last/xml", "/revisions/last/midi", "/revisions/last/thumbnail.png")
                            .map(file -> "/scores/" + id + file));
            Stream<String> lists = Stream.of(
                    "/me",
                    "/collections",
                    "/collections/trash/scores",
                    "/billing/credits/history",
                    "/omr/capabilities");
            assertAll(Stream.concat(files, lists).map(path -> () -> {
                Answer mine = flat("mine", "me").get(path);
                assertEquals(200, mine.status(), path);
                assertArrayEquals(mine.bytes(), flat("yours", "me").get(path).bytes(), path);
            }));
        }

        @Test
        void hasItsOwnFilesAndNoneOfTheOthers() throws IOException {
            String score = flat("mine", "me")
                    .post("/scores", Map.of("data", MusicXml.titled("Uploaded")))
                    .at("/id");
            copy("mine", "yours");
            fermata.endWorld("mine");
            assertEquals(
                    MusicXml.titled("Uploaded"),
                    flat("yours", "me")
                            .get("/scores/" + score + "/revisions/last/xml")
                            .text());
            flat("yours", "me").delete("/scores/" + score);
            flat("yours", "me").delete("/collections/trash/scores/" + score);
            fermata.world("yours").clock().advance(Duration.ofDays(400));
            assertEquals(0, fermata.world("yours").documents().count());
        }

        @Test
        void beginsWithAnEmptyJournal() throws IOException {
            flat("mine", "me").get("/me");
            copy("mine", "yours");
            assertEquals(List.of(), fermata.world("yours").journal().find(Query.ALL));
        }

        @Test
        void givesTheCreditsOfAJobBackThatFailsInIt() throws IOException {
            Answer job = omr("mine", "me").oneShot(PDF, Map.of());
            copy("mine", "yours");
            assertEquals(997, omr("yours", "me").credits());
            var jobs = fermata.world("yours").flat().jobs();
            jobs.fail(jobs.find(job.at("/id")).orElseThrow(), Failure.NO_MUSIC);
            assertAll(
                    () -> assertEquals(1_000, omr("yours", "me").credits()),
                    () -> assertEquals(997, omr("mine", "me").credits()));
        }

        @Test
        void keepsNoToken() throws IOException {
            live("mine");
            assertFalse(new String(snapshot("mine"), StandardCharsets.UTF_8).contains("fermata_mine"));
        }
    }

    @Nested
    class AWorldThatIsPutBack {
        @Test
        void isAsItWasAtAnEarlierTime() throws IOException {
            FlatClient me = flat("mine", "me");
            String before = me.get("/me").header("Date");
            byte[] snapshot = snapshot("mine");
            me.importPdf(PDF, Map.of());
            fermata.world("mine").clock().advance(Duration.ofDays(2));
            assertNotEquals(before, me.get("/me").header("Date"));
            restore("mine", snapshot);
            assertAll(
                    () -> assertEquals(before, me.get("/me").header("Date")),
                    () -> assertEquals(1_000, omr("mine", "me").credits()),
                    () -> assertEquals(0, fermata.world("mine").documents().count()));
        }

        @Test
        void goesOnWithItsJournal() throws IOException {
            FlatClient me = flat("mine", "me");
            me.get("/me");
            copy("mine", "mine");
            me.get("/scores/none");
            assertEquals(
                    List.of("1 200", "2 404"),
                    fermata.world("mine").journal().find(Query.ALL).stream()
                            .map(entry -> entry.number() + " " + entry.status())
                            .toList());
        }

        @Test
        void countsOnWhereALimitStood() throws IOException {
            FlatClient me = flat("mine", "me");
            me.get("/me");
            byte[] snapshot = snapshot("mine");
            String next = me.get("/me").header("X-RateLimit-Remaining");
            restore("mine", snapshot);
            assertEquals(next, me.get("/me").header("X-RateLimit-Remaining"));
        }

        @Test
        void goesOnWithAScenarioWhereItWas() throws IOException {
            FlatClient me = flat("mine", "me");
            fermata.world("mine").scenarios().play("busy-twice");
            assertEquals(503, me.get("/me").status());
            byte[] snapshot = snapshot("mine");
            restore("mine", snapshot);
            assertEquals(
                    List.of(503, 200),
                    List.of(me.get("/me").status(), me.get("/me").status()));
        }

        @Test
        void hasRoomForAsManyScoresAsItHad() throws IOException {
            fermata.close();
            fermata = Fermata.start(FermataOptions.builder()
                    .plan(Plan.FREE)
                    .pace(Pace.INSTANT)
                    .flat(FlatOptions.defaults())
                    .build());
            FlatClient me = flat("mine", "me");
            for (int i = 0; i < 14; i++) {
                me.post("/scores", Map.of("data", MusicXml.titled("One")));
            }
            me.importPdf(PDF, Map.of());
            copy("mine", "mine");
            assertEquals(
                    402,
                    me.post("/scores", Map.of("data", MusicXml.titled("Over"))).status());
            me.delete("/scores/" + scoresOf("mine").get(0));
            assertEquals(
                    200,
                    me.post("/scores", Map.of("data", MusicXml.titled("Fits"))).status());
        }
    }

    @Nested
    class WhatIsNoSnapshot {
        private String refusal(String text) {
            var refused = assertThrows(IllegalArgumentException.class, () -> restore("yours", bytes(text)));
            return String.valueOf(refused.getMessage());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{}",
                    "nonsense",
                    "{\"format\":1}",
                    "{\"format\":2}",
                    "{\"format\":2,\"world\":null,\"documents\":[]}",
                    "{\"format\":2,\"world\":{},\"documents\":[]}",
                    "{\"format\":2,\"world\":[],\"documents\":[]}"
                })
        void isRefusedAndChangesNothing(String text) throws IOException {
            live("mine");
            byte[] before = snapshot("mine");
            assertThrows(IllegalArgumentException.class, () -> restore("mine", bytes(text)));
            assertArrayEquals(before, snapshot("mine"));
            try (Stream<Path> worlds =
                    Files.list(fermata.world("mine").documents().folder().getParent())) {
                assertEquals(
                        1,
                        worlds.filter(folder -> folder.getFileName().toString().startsWith("world-"))
                                        .count()
                                - 1);
            }
        }

        @Test
        void mayBeOneOfAnotherFormatWhichIsToldBothNumbers() throws IOException {
            String text = new String(snapshot("mine"), StandardCharsets.UTF_8);
            assertEquals(
                    "format: must be 2, was 1; this release of Fermata reads only snapshots of its own format",
                    refusal(text.replace("\"format\":2,", "\"format\":1,")));
        }

        @Test
        void mayBeOneThatIsCutOffAnywhere() throws IOException {
            live("mine");
            String whole = new String(snapshot("mine"), StandardCharsets.UTF_8);
            for (int length = whole.length() - 1; length > 0; length -= whole.length() / 40) {
                byte[] part = bytes(whole.substring(0, length));
                assertThrows(
                        IllegalArgumentException.class, () -> restore("yours", part), () -> "cut to " + part.length);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"jobs\":[{|\"jobs\":[null,{",
                    "\"accounts\":[{|\"accounts\":[null,{",
                    "\"scenarios\":[{|\"scenarios\":[null,{",
                    "\"scores\":[{|\"scores\":[null,{",
                    "\"collections\":[{|\"collections\":[null,{",
                    "\"files\":[{|\"files\":[null,{",
                    "\"pages\":3,\"stepwise\"|\"pages\":-1,\"stepwise\"",
                    "\"requests\":{|\"requests\":null,\"other\":{"
                })
        void mayBeOneThatSomebodyHasEdited(String edit) throws IOException {
            live("mine");
            String text = new String(snapshot("mine"), StandardCharsets.UTF_8);
            String[] parts = edit.split("\\|", 2);
            assertTrue(text.contains(parts[0]), "there is something to edit");
            refusal(text.replace(parts[0], parts[1]));
        }

        @Test
        void mayHoldADocumentThatIsAnother() throws IOException {
            String forged = uploaded("\"bytes\":\"....", "\"bytes\":\"AAAA");
            assertTrue(refusal(forged).endsWith("are others"), refusal(forged));
        }

        @Test
        void mayLackADocumentThatIsNeeded() throws IOException {
            String without = uploaded("\"documents\":\\[\\{.*}]}$", "\"documents\":[]}");
            assertTrue(
                    refusal(without).endsWith("file.sha256: must be the hash of a document, is that of none"),
                    refusal(without));
        }

        @Test
        void mayNameAFileThatIsNoDocument() throws IOException {
            String elsewhere = uploaded("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"../../secret\"");
            assertTrue(
                    refusal(elsewhere).endsWith("sha256 must be 64 hex digits, was ../../secret"), refusal(elsewhere));
        }

        /** The snapshot of a world with one score in it, in which the first of this has become that. */
        private String uploaded(String regex, String replacement) throws IOException {
            ok(flat("mine", "me").post("/scores", Map.of("data", MusicXml.titled("Uploaded"))));
            String text = new String(snapshot("mine"), StandardCharsets.UTF_8);
            String edited = text.replaceFirst(regex, replacement);
            assertNotEquals(text, edited);
            return edited;
        }
    }
}
