package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fixtures.Disguise;
import dev.fermata.fixtures.HostilePdfs;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.testing.Answer;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.ScoreFlowClient;
import dev.fermata.testing.SmallServer;
import java.io.IOException;
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

/** Decompression bombs against a server of 256 MB: a clean 400, whatever their spelling, however many at once. */
class SmallMemoryTest {
    private static final long INFLATED = 300L << 20;

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

    @Test
    void servesTheInnocentBesideManyBombs() {
        List<CompletableFuture<Answer>> refused = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            // Each of another size, as the facts of a file are remembered.
            byte[] bomb = HostilePdfs.objectStreamBomb(INFLATED + i, Disguise.values()[i % Disguise.values().length]);
            refused.add(CompletableFuture.supplyAsync(() -> flat.importPdf(bomb, Map.of())));
        }
        Answer innocent = flat.importPdf(OddPdfs.blank(1), Map.of());
        assertEquals(202, innocent.status(), innocent.text());
        for (CompletableFuture<Answer> answer : refused) {
            assertEquals(400, answer.join().status(), answer.join().text());
        }
    }
}
