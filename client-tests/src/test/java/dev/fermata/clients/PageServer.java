package dev.fermata.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Serves one page with its files, and receives the page's result. */
final class PageServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final CompletableFuture<String> said = new CompletableFuture<>();

    private PageServer(HttpServer server) {
        this.server = server;
    }

    static PageServer of(Path page, Map<String, byte[]> files) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PageServer pages = new PageServer(server);
        byte[] html = Files.readAllBytes(page);
        server.createContext("/", exchange -> answer(exchange, "text/html; charset=utf-8", html));
        files.forEach((path, bytes) ->
                server.createContext(path, exchange -> answer(exchange, "application/octet-stream", bytes)));
        server.createContext("/said", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, "text/plain", new byte[] {'.'});
            pages.said.complete(text);
        });
        server.start();
        return pages;
    }

    URI url(String query) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + query);
    }

    /** The page's result; if there is none, an error text. */
    String said() throws InterruptedException, ExecutionException {
        try {
            return said.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            return "the page said nothing";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
