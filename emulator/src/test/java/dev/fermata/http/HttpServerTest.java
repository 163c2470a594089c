package dev.fermata.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.disk.Disk;
import dev.fermata.exchange.DiskSpool;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.http.receive.LeastRate;
import dev.fermata.http.request.Body;
import dev.fermata.http.socket.ReopeningConnector;
import dev.fermata.http.socket.Sockets;
import dev.fermata.testing.RawClient;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server below all apis, here with a api that does what no vendor would. */
class HttpServerTest {
    @TempDir
    Path folder;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        var options = new HttpServer.Options(
                "127.0.0.1",
                0,
                false,
                false,
                false,
                () -> true,
                new DiskSpool(Disk.unlimited(folder)),
                new LeastRate(10_000, Duration.ofMillis(50)),
                new Health(),
                reason -> {});
        server = HttpServer.start(options, List.of(new Odd()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"title\":", "0123456789"})
    void anUploadThatStallsIsAnswered408AndLeavesNothing(String begun) throws IOException {
        try (RawClient client = connect()) {
            String answer = client.send("POST /echo HTTP/1.1\nHost: x\nContent-Length: 1000000\n\n" + begun)
                    .readToEnd();
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertEquals("close", RawClient.header(answer, "Connection"));
        }
        assertEquals(0, filesLeft());
    }

    @Test
    void anUploadThatStallsAfterItWasAllowedIsBrokenOff() throws IOException {
        try (RawClient client = connect()) {
            String answer = client.send("POST /echo HTTP/1.1\nHost: x\nContent-Length: 9\nExpect: 100-continue\n\n")
                    .readToEnd();
            assertEquals("HTTP/1.1 100 Continue", answer.strip());
        }
    }

    @Test
    void anUploadThatComesFastEnoughIsTakenWhole() throws IOException {
        try (RawClient client = connect()) {
            client.send("POST /echo HTTP/1.1\nHost: x\nContent-Length: 2000000\n\n");
            for (int i = 0; i < 200; i++) {
                client.send("x".repeat(10_000));
            }
            assertTrue(client.readAnswer().endsWith("2000000 bytes"));
        }
        assertEquals(0, filesLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo", "/ignores"})
    void anUploadLeavesNothingOnceItIsAnsweredAndKeepsTheConnection(String path) throws IOException {
        String upload = "POST " + path + " HTTP/1.1\nHost: x\nContent-Length: 2000000\n\n" + "x".repeat(2_000_000);
        try (RawClient client = connect()) {
            for (int i = 0; i < 20; i++) {
                String answer = client.send(upload).readAnswer();
                assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
                assertEquals(0, filesLeft());
            }
        }
    }

    @Test
    void aStreamThatIsNotReadIsBrokenOff() throws Exception {
        try (RawClient client = RawClient.connect(url(), 4 * 1024)) {
            client.send("GET /endless HTTP/1.1\nHost: x\n\n");
            assertTrue(interrupted.await(30, TimeUnit.SECONDS), "the stream still waits for its client");
            assertThrows(IOException.class, client::readToEnd);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/throws", "/overflows", "/links", "/later", "/laterEvent", "/stream"})
    void whateverIsThrownIsAnsweredAsABug(String path) throws IOException {
        try (RawClient client = connect()) {
            String answer =
                    client.send("GET " + path + " HTTP/1.1\nHost: x\n\n").readAnswer();
            assertTrue(answer.startsWith("HTTP/1.1 500"), answer);
            assertTrue(answer.endsWith("a bug"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/nowhere/at/all"})
    void whateverIsThrownWhereNoRouteIsAnsweredAsABug(String path) throws IOException {
        try (RawClient client = connect()) {
            String answer =
                    client.send("DELETE " + path + " HTTP/1.1\nHost: x\n\n").readAnswer();
            assertTrue(answer.startsWith("HTTP/1.1 500"), answer);
            assertTrue(answer.endsWith("a bug"), answer);
        }
    }

    @Test
    void aServerThatCanNeverListenAgainSaysSo() throws Exception {
        Server jetty = new Server();
        ReopeningConnector connector = new ReopeningConnector(jetty, new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        CompletableFuture<String> lost = new CompletableFuture<>();
        Sockets sockets = new Sockets(jetty, connector, 3, lost::complete);
        jetty.start();
        try (ServerSocket other = new ServerSocket()) {
            sockets.refuse();
            other.setReuseAddress(true);
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), sockets.port()));
            sockets.listen();
            String reason = lost.get(30, TimeUnit.SECONDS);
            assertTrue(reason.startsWith("The server cannot listen on port " + sockets.port() + " again"), reason);
            assertEquals(reason, sockets.problem().orElse(""));
        } finally {
            jetty.stop();
        }
    }

    private RawClient connect() throws IOException {
        return RawClient.connect(url());
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private final class Odd implements Api {
        @Override
        public List<Route> routes() {
            return List.of(
                    new Route("POST", "/echo", this::echo),
                    new Route("POST", "/ignores", ctx -> text(200, "")),
                    new Route(
                            "GET",
                            "/endless",
                            ctx -> Reply.file("text/plain", out -> {
                                try {
                                    while (true) {
                                        out.write(new byte[64 * 1024]);
                                    }
                                } finally {
                                    interrupted.countDown();
                                }
                            })),
                    new Route("GET", "/throws", ctx -> {
                        throw new IllegalStateException("thrown");
                    }),
                    new Route("GET", "/overflows", ctx -> {
                        throw new StackOverflowError("thrown");
                    }),
                    new Route("GET", "/links", ctx -> {
                        throw new NoClassDefFoundError("thrown");
                    }),
                    new Route(
                            "GET",
                            "/later",
                            ctx -> new Answer.Later<>(() -> CompletableFuture.completedFuture(1), x -> {
                                throw new NoClassDefFoundError("thrown");
                            })),
                    new Route(
                            "GET",
                            "/laterEvent",
                            ctx -> new Answer.Later<>(
                                    () -> CompletableFuture.failedFuture(new NoClassDefFoundError("thrown")),
                                    x -> Reply.nothing())),
                    new Route(
                            "GET",
                            "/stream",
                            ctx -> Reply.file("text/plain", out -> {
                                        throw new NoClassDefFoundError("thrown");
                                    })
                                    .with("Content-Disposition", "attachment")));
        }

        private Answer echo(Context ctx) throws IOException {
            try (Body body = Body.receive(ctx, 10 << 20)) {
                return text(200, body.open(0).readAllBytes().length + " bytes");
            }
        }

        private static Reply text(int status, String text) {
            return Reply.of(status, "text/plain", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public boolean owns(String path) {
            return true;
        }

        @Override
        public long mostBodyBytes(String path) {
            return 10 << 20;
        }

        @Override
        public Answer answerUnrouted(Context ctx, Unrouted reason) {
            throw new StackOverflowError("thrown");
        }

        @Override
        public Reply answerMalformed(int status) {
            return text(status, "malformed");
        }

        @Override
        public Reply answerAssumed(String behaviour) {
            return text(501, "assumed");
        }

        @Override
        public Reply answerStorage(Context ctx, String reason) {
            return text(507, reason);
        }

        @Override
        public Reply answerBug(Context ctx) {
            return text(500, "a bug");
        }
    }
}
