package dev.fermata.contracts.client;

import dev.fermata.contracts.example.Example;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The URL of an example's call. */
final class Urls {
    private Urls() {}

    static URI of(URI server, Example example) {
        String query = example.request().getQuery().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().get(0), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return server.resolve(example.request().getPath() + (query.isEmpty() ? "" : "?" + query));
    }
}
