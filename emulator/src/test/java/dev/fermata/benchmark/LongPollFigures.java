package dev.fermata.benchmark;

import dev.fermata.testing.process.Figure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What 5,000 clients in a long poll cost, and how fast one move of the clock answers them. */
final class LongPollFigures {
    private static final int CLIENTS = 5_000;
    private static final long IDLE_MILLIS = 6_000;

    private record Client(String job, Socket socket, InputStream in) {
        static Client of(String job, int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return new Client(job, socket, new BufferedInputStream(socket.getInputStream(), 2 * 1024));
        }

        void ask(String query) throws IOException {
            String request = "GET /v2/omr/jobs/" + job + query
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + FermataServer.TOKEN + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private LongPollFigures() {}

    static List<Figure> measure() throws Exception {
        try (ServerProcess server = ServerProcess.start(LongPollServer.class, "" + CLIENTS)) {
            List<Client> clients = new ArrayList<>();
            for (String job : server.path().split(" ", -1)) {
                clients.add(Client.of(job, server.port()));
            }
            for (int i = 0; i < 5; i++) {
                poll(clients, "");
            }
            for (Client client : clients) {
                client.ask("?wait=25");
            }
            // The threads that took the requests in have nothing more to do, and leave.
            Thread.sleep(IDLE_MILLIS);
            String[] size = server.ask("size").split(" ", 2);
            long start = System.nanoTime();
            server.ask("advance");
            answers(clients);
            long moved = System.nanoTime() - start;
            long polled = poll(clients, "");
            return List.of(
                    Figure.atMost("threads of 5,000 clients in a long poll", Integer.parseInt(size[0]), 50, "threads"),
                    Figure.atMost("heap of 5,000 clients in a long poll", Double.parseDouble(size[1]), 100, "MB"),
                    Figure.atMost(
                            "time to answer them all by one advance, to 5,000 plain polls",
                            (double) moved / polled,
                            1.5,
                            "x"));
        }
    }

    private static long poll(List<Client> clients, String query) throws IOException {
        long start = System.nanoTime();
        for (Client client : clients) {
            client.ask(query);
        }
        answers(clients);
        return System.nanoTime() - start;
    }

    private static void answers(List<Client> clients) throws IOException {
        for (Client client : clients) {
            Load.readAnswer(client.in());
        }
    }
}
