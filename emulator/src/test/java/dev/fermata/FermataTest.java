package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.client.FlatClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Fermata in process. */
class FermataTest {
    private static int get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("fermata"))
                .count();
    }

    @Nested
    class Started {
        @Test
        void saysWhereBothVendorsAre() throws Exception {
            try (Fermata fermata = Fermata.start()) {
                assertAll(
                        () -> assertEquals("/v2", fermata.flatUrl().getPath()),
                        () -> assertEquals("/api", fermata.scoreFlowUrl().getPath()),
                        () -> assertEquals(401, get(URI.create(fermata.flatUrl() + "/me"))),
                        () -> assertEquals(200, get(fermata.url().resolve("/_fermata/health"))),
                        () -> assertEquals(404, get(fermata.url().resolve("/elsewhere"))));
            }
        }

        @Test
        void manyTimesAtOnceSharesNothing() {
            List<Fermata> all = new ArrayList<>();
            try {
                for (int i = 0; i < 10; i++) {
                    all.add(Fermata.start());
                }
                all.get(0).clock().advance(Duration.ofDays(30));
                Set<Integer> ports = all.stream().map(f -> f.url().getPort()).collect(Collectors.toSet());
                assertEquals(10, ports.size());
                assertNotEquals(
                        FlatClient.of(all.get(0).flatUrl(), "t").get("/me").header("Date"),
                        FlatClient.of(all.get(1).flatUrl(), "t").get("/me").header("Date"));
            } finally {
                all.forEach(Fermata::close);
            }
        }

        @Test
        void whereThePortIsTakenSaysSo() {
            try (Fermata first = Fermata.start()) {
                var taken = FermataOptions.builder().port(first.url().getPort()).build();
                var refused = assertThrows(UncheckedIOException.class, () -> Fermata.start(taken));
                assertTrue(
                        String.valueOf(refused.getMessage()).startsWith("cannot listen on 127.0.0.1:"),
                        refused.getMessage());
            }
        }

        @Test
        void doesAFastJobInWellUnderASecondOfItsTimeWithEveryStateToBeSeen() {
            try (Fermata fermata =
                    Fermata.start(FermataOptions.builder().speed(0).build())) {
                FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
                String task = client.importPdf(SheetMusic.of("Fast").pages(3).pdf(), Map.of())
                        .at("/id");
                List<String> states = new ArrayList<>();
                for (int i = 0; i <= 50; i++) {
                    states.add(client.get("/tasks/" + task).at("/state"));
                    fermata.clock().advance(Duration.ofMillis(10));
                }
                assertEquals(
                        List.of("created", "doing", "done"),
                        states.stream().distinct().toList());
            }
        }
    }

    @Test
    void aTokenThatIsRefusedMakesNoWorld() {
        try (Fermata fermata =
                Fermata.start(FermataOptions.builder().strictTokens(true).build())) {
            FlatClient.of(fermata.flatUrl(), "fermata_evil_me").get("/me");
            assertTrue(fermata.worldIsMade("default"));
            assertTrue(!fermata.worldIsMade("evil"));
        }
    }

    @Nested
    class Stopped {
        @Test
        void answersNoMore() {
            Fermata fermata = Fermata.start();
            URI health = fermata.url().resolve("/_fermata/health");
            fermata.close();
            assertThrows(ConnectException.class, () -> get(health));
        }

        @Test
        void aHundredTimesLeavesNoThreadPortOrFile() throws Exception {
            Set<Path> left = new TreeSet<>();
            byte[] pdf = SheetMusic.of("Again").pages(1).pdf();
            for (int i = 0; i < 100; i++) {
                try (Fermata fermata = Fermata.start()) {
                    FlatClient.of(fermata.flatUrl(), "some-token").importPdf(pdf, Map.of());
                    assertTrue(Files.isDirectory(fermata.folder()));
                    left.add(fermata.folder());
                }
            }
            left.removeIf(Files::notExists);
            assertEquals(Set.of(), left);
            assertEquals(0, threads());
        }
    }
}
