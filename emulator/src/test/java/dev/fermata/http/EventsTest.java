package dev.fermata.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.disk.Disk;
import dev.fermata.exchange.DiskSpool;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Answer.Event;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.http.receive.LeastRate;
import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server-sent events on the wire. */
class EventsTest {
    private static final int LONG_SECONDS = 20;

    @TempDir
    Path folder;

    private final BlockingQueue<Answer.Sink> clients = new ArrayBlockingQueue<>(10);
    private final CountDownLatch stopped = new CountDownLatch(1);
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
                LeastRate.DEFAULT,
                new Health(),
                reason -> {});
        server = HttpServer.start(options, List.of(new Eventful()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void comeAsTheyHappen() throws Exception {
        HttpResponse<InputStream> response = open();
        assertEquals(
                "text/event-stream",
                response.headers().firstValue("Content-Type").orElseThrow());
        Answer.Sink client = clients.poll(LONG_SECONDS, TimeUnit.SECONDS);
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            client.send(new Event("1", "entry", "{\"number\":1}"));
            assertEquals(List.of("id: 1", "event: entry", "data: {\"number\":1}", ""), next(lines, 4));
            client.send(new Event("2", "entry", "two\nlines"));
            assertEquals(List.of("id: 2", "event: entry", "data: two", "data: lines", ""), next(lines, 5));
            client.end();
            assertEquals(null, lines.readLine());
        }
        assertTrue(stopped.await(LONG_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void stopWhenTheClientHasLeft() throws Exception {
        open().body().close();
        assertStops(new Event("1", "entry", "data"));
    }

    @Test
    void stopForAClientThatDoesNotRead() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertStops(new Event("1", "entry", "x".repeat(256 * 1024)));
        }
    }

    @Test
    void stopWhenTheServerCloses() throws Exception {
        try (InputStream body = open().body()) {
            server.close();
            assertTrue(stopped.await(LONG_SECONDS, TimeUnit.SECONDS));
            assertEquals(-1, body.read());
        }
    }

    @Test
    void haveIdsAndTypesOfOneLine() {
        assertThrows(IllegalArgumentException.class, () -> new Event("1\n2", "entry", ""));
        assertThrows(IllegalArgumentException.class, () -> new Event("1", "entry\rdata: x", ""));
    }

    /** A client that is gone is met by the first event that cannot be written, which buffers may delay. */
    private void assertStops(Event event) throws InterruptedException {
        Answer.Sink client = clients.poll(LONG_SECONDS, TimeUnit.SECONDS);
        boolean isStopped = false;
        for (int i = 0; i < 1_000 && !isStopped; i++) {
            client.send(event);
            isStopped = stopped.await(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(isStopped);
    }

    private HttpResponse<InputStream> open() throws Exception {
        URI events = URI.create("http://127.0.0.1:" + server.port() + "/events");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(events)
                                .timeout(Duration.ofSeconds(LONG_SECONDS))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    private static List<String> next(BufferedReader lines, int count) throws IOException {
        String[] read = new String[count];
        for (int i = 0; i < count; i++) {
            read[i] = lines.readLine();
        }
        return List.of(read);
    }

    private final class Eventful implements Api {
        @Override
        public List<Route> routes() {
            return List.of(new Route(
                    "GET",
                    "/events",
                    ctx -> Answer.Events.of(client -> {
                        clients.add(client);
                        return stopped::countDown;
                    })));
        }

        @Override
        public boolean owns(String path) {
            return true;
        }

        @Override
        public long mostBodyBytes(String path) {
            return 0;
        }

        @Override
        public Answer answerUnrouted(Context ctx, Unrouted reason) {
            return Reply.of(404, "text/plain", new byte[0]);
        }

        @Override
        public Reply answerMalformed(int status) {
            return Reply.of(status, "text/plain", new byte[0]);
        }

        @Override
        public Reply answerAssumed(String behaviour) {
            return Reply.of(501, "text/plain", new byte[0]);
        }

        @Override
        public Reply answerStorage(Context ctx, String reason) {
            return Reply.of(507, "text/plain", new byte[0]);
        }

        @Override
        public Reply answerBug(Context ctx) {
            return Reply.of(500, "text/plain", new byte[0]);
        }
    }
}
