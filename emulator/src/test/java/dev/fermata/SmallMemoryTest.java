package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.hostile.HostilePdfs;
import dev.fermata.fixtures.raw.Disguise;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs made to exhaust a reader, against a server of 256 MB: clean answers, whatever their spelling, many at once. */
class SmallMemoryTest {
    private static final long INFLATED = 300L << 20;

    /** Of all documents of this test together, some forty lines each. */
    private static final long MOST_LOGGED = 100_000;

    /** Far more than a picture takes; here only so that a hang is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static SmallServer server;
    private static FlatClient flat;
    private static ScoreFlowClient scoreFlow;

    @BeforeAll
    static void start() throws IOException {
        server = SmallServer.start(256);
        flat = FlatClient.of(server.flatUrl(), "some-token");
        scoreFlow = ScoreFlowClient.of(server.scoreFlowUrl(), "some-key");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> bombs() {
        return Stream.concat(
                Arrays.stream(Disguise.values())
                        .map(disguise ->
                                Arguments.of(disguise.name(), HostilePdfs.objectStreamBomb(INFLATED, disguise))),
                Stream.of(
                        Arguments.of("a cross-reference stream", HostilePdfs.crossReferenceBomb(INFLATED)),
                        Arguments.of("empty arrays", HostilePdfs.emptyArrays(4_500_000)),
                        Arguments.of("objects to search for", HostilePdfs.searchedObjects(600_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void refusesABombOf(String what, byte[] pdf) {
        Answer byFlat = flat.importPdf(pdf, Map.of());
        assertEquals(400, byFlat.status(), byFlat.text());
        assertEquals("The PDF is too complex to be read", byFlat.at("/message"));
        assertEquals(400, scoreFlow.convert(pdf, "midi").status());
    }

    static Stream<Arguments> endlessPages() {
        return Stream.concat(
                Arrays.stream(HostilePdfs.Recursion.values())
                        .map(type -> Arguments.of("a " + type + " that draws itself", HostilePdfs.drawsItself(type))),
                Stream.of(
                        Arguments.of("operators without operands", HostilePdfs.wrongOperators(200_000)),
                        Arguments.of("a picture of 38 million pixels", HostilePdfs.hugeImage(6_200, 6_200)),
                        Arguments.of("contents of 300 MB", HostilePdfs.contentBomb(INFLATED))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessPages")
    void drawsAThumbnailInsteadOf(String what, byte[] pdf) throws IOException {
        String task = flat.importPdf(pdf, Map.of()).at("/id");
        String score = flat.get("/tasks/" + task).at("/score");
        Answer png = assertTimeoutPreemptively(
                PATIENCE, () -> flat.get("/scores/" + score + "/revisions/last/thumbnail.png"));
        assertEquals(200, png.status());
        assertTrue(new String(png.bytes(), StandardCharsets.ISO_8859_1).startsWith("\u0089PNG"));
        assertTrue(server.logged() < MOST_LOGGED, "logged " + server.logged() + " bytes");
    }

    @Test
    void logsLittleOfADocumentOfManyFaults() throws IOException {
        flat.importPdf(HostilePdfs.brokenObjects(20_000), Map.of());
        assertTrue(server.logged() < MOST_LOGGED, "logged " + server.logged() + " bytes");
    }

    @Test
    void servesTheInnocentBesideManyBombs() {
        List<CompletableFuture<Answer>> refused = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            // Each of another size, as the facts of a file are remembered.
            long inflated = INFLATED + 1 + i;
            for (Disguise disguise : Disguise.values()) {
                byte[] bomb = HostilePdfs.objectStreamBomb(inflated, disguise);
                refused.add(CompletableFuture.supplyAsync(() -> flat.importPdf(bomb, Map.of())));
            }
        }
        Answer innocent = flat.importPdf(OddPdfs.blank(1), Map.of());
        assertEquals(202, innocent.status(), innocent.text());
        for (CompletableFuture<Answer> answer : refused) {
            assertEquals(400, answer.join().status(), answer.join().text());
        }
    }
}
