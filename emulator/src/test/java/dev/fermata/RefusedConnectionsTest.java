package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.testing.client.RawClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario {@code refused}: the server goes on, however often it is played. */
class RefusedConnectionsTest {
    private static final String REFUSED = """
            GET /v2/me HTTP/1.1
            Host: localhost
            Authorization: Bearer some-token
            Fermata-Scenario: refused

            """;
    private static final String ME = REFUSED.replace("Fermata-Scenario: refused\n", "");

    private Fermata fermata;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder().speed(0).build());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    @Test
    void aThousandRefusalsLeaveThreadsAndSocketsAsTheyWere() throws Exception {
        refuse();
        fermata.clock().advance(Duration.ofSeconds(2));
        untilItListens().close();
        long threads = threads();
        long files = openFiles();

        for (int i = 0; i < 1_000; i++) {
            refuse();
            assertThrows(ConnectException.class, () -> RawClient.connect(fermata.url()));
            fermata.clock().advance(Duration.ofSeconds(2));
            untilItListens().close();
        }

        assertAll(
                () -> assertTrue(threads() <= threads + 4, threads + " threads became " + threads()),
                () -> assertTrue(openFiles() <= files + 10, files + " files became " + openFiles()),
                () -> assertEquals(200, statusOfMe()));
    }

    @Test
    void connectionsThatWereThereGoOn() throws Exception {
        try (RawClient before = RawClient.connect(fermata.url())) {
            before.send(ME).readAnswer();
            refuse();
            assertThrows(ConnectException.class, () -> RawClient.connect(fermata.url()));
            assertTrue(before.send(ME).readAnswer().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void refusalsThatOverlapLastUntilTheLastIsOver() throws Exception {
        try (RawClient second = RawClient.connect(fermata.url())) {
            second.send(ME).readAnswer();
            refuse();
            fermata.clock().advance(Duration.ofSeconds(1));
            assertThrows(IOException.class, () -> second.send(REFUSED).readHead());
            fermata.clock().advance(Duration.ofSeconds(1));
            assertThrows(ConnectException.class, () -> RawClient.connect(fermata.url()));
            fermata.clock().advance(Duration.ofSeconds(1));
            untilItListens().close();
        }
    }

    @Test
    void aPortThatIsTakenMeanwhileIsTriedAgain() throws Exception {
        URI url = fermata.url();
        try (RawClient before = RawClient.connect(url)) {
            before.send(ME).readAnswer();
            refuse();
            try (ServerSocket other = new ServerSocket()) {
                other.setReuseAddress(true);
                other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
                fermata.clock().advance(Duration.ofSeconds(2));
                String health = untilHealthSays(before, "503");
                assertTrue(health.contains("cannot listen on port " + url.getPort()), health);
            }
            untilHealthSays(before, "200");
            untilItListens().close();
        }
    }

    private String untilHealthSays(RawClient client, String status) throws IOException {
        while (true) {
            String health = client.send("GET /_fermata/health HTTP/1.1\nHost: localhost\n\n")
                    .readAnswer();
            if (health.startsWith("HTTP/1.1 " + status)) {
                return health;
            }
            Thread.onSpinWait();
        }
    }

    private void refuse() throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            assertThrows(IOException.class, () -> client.send(REFUSED).readHead());
        }
    }

    private int statusOfMe() throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            return Integer.parseInt(client.send(ME).readHead().substring(9, 12));
        }
    }

    /** The port is opened by another thread, a moment after the clock was moved. */
    private RawClient untilItListens() throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return RawClient.connect(fermata.url());
            } catch (ConnectException notYet) {
                assertTrue(tries < 20_000, "the server does not listen");
                Thread.onSpinWait();
            }
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("fermata"))
                .count();
    }

    private static long openFiles() throws IOException {
        Path files = Path.of("/proc/self/fd");
        if (!Files.isDirectory(files)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(files)) {
            return open.count();
        }
    }
}
