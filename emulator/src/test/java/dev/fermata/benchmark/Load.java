package dev.fermata.benchmark;

import dev.fermata.testing.process.Http;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that poll as fast as they are answered, each on one connection; written to cost little themselves. */
final class Load {
    private static final int CLIENTS = 8;

    /**
     * What a round came to.
     *
     * @param requestsPerSecond answered
     * @param processorMicros of the server, for one request
     */
    record Round(double requestsPerSecond, double processorMicros) {}

    private Load() {}

    /** Polls a server for a while. */
    static Round poll(ServerProcess server, Duration length) throws Exception {
        byte[] request = ("GET " + server.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + FermataServer.TOKEN + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            Duration before = server.processorTime();
            long start = System.nanoTime();
            List<Callable<Long>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(() -> client(server.port(), request, start + length.toNanos()));
            }
            long count = 0;
            for (Future<Long> client : threads.invokeAll(clients)) {
                count += client.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double micros = server.processorTime().minus(before).toNanos() / 1e3;
            return new Round(count / seconds, micros / count);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long client(int port, byte[] request, long deadline) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            long count = 0;
            while (System.nanoTime() < deadline) {
                out.write(request);
                readAnswer(in);
                count++;
            }
            return count;
        }
    }

    /** Reads one answer, of status 200. */
    static void readAnswer(InputStream in) throws IOException {
        Http.Head head = Http.head(in);
        if (head.status() != 200) {
            throw new IOException("not what a benchmark measures: " + head.status());
        }
        Http.skipBody(in, head);
    }
}
