package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.RawClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the links in answers lead. */
class OriginTest {
    private static Fermata direct;
    private static Fermata proxied;

    @BeforeAll
    static void start() {
        direct = Fermata.start();
        proxied = Fermata.start(FermataOptions.builder().trustForwarded(true).build());
        for (Fermata fermata : new Fermata[] {direct, proxied}) {
            FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
            client.post("/collections", Map.of("title", "first", "privacy", "private"));
            client.post("/collections", Map.of("title", "second", "privacy", "private"));
        }
    }

    @AfterAll
    static void stop() {
        direct.close();
        proxied.close();
    }

    @Test
    void withoutHostTheyLeadToTheAddressThatTheRequestCameInBy() throws IOException {
        assertEquals("http://127.0.0.1:" + direct.url().getPort(), origin(direct, "HTTP/1.0", ""));
    }

    @Test
    void withHostTheyLeadThere() throws IOException {
        assertEquals("http://music.test:81", origin(direct, "HTTP/1.1", "Host: music.test:81\n"));
    }

    @Test
    void aProxyIsNotTrustedUnlessTold() throws IOException {
        assertEquals("http://music.test", origin(direct, "HTTP/1.1", """
                        Host: music.test
                        Forwarded: proto=https;host=evil.test
                        X-Forwarded-Host: evil.test
                        X-Forwarded-Proto: https
                        X-Forwarded-Port: 99
                        X-Forwarded-Prefix: /evil
                        """));
    }

    @Nested
    class BehindATrustedProxyWith {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\'',
                value = {
                    "X-Forwarded-Proto: https | https://inner:8480",
                    "X-Forwarded-Proto: HTTPS, http | https://inner:8480",
                    "X-Forwarded-Host: music.test | http://music.test",
                    "X-Forwarded-Host: music.test:8443, inner | http://music.test:8443",
                    "X-Forwarded-Port: 443;X-Forwarded-Proto: https | https://inner",
                    "X-Forwarded-Port: 8443;X-Forwarded-Host: music.test | http://music.test:8443",
                    "X-Forwarded-Host: [::1]:99 | http://[::1]:99",
                    "X-Forwarded-Prefix: /fermata | http://inner:8480/fermata",
                    "X-Forwarded-Prefix: /a/b/ | http://inner:8480/a/b",
                    "Forwarded: for=1.2.3.4#proto=https#host=music.test | https://music.test",
                    "Forwarded: host=\"music.test:99\"#proto=http, host=inner | http://music.test:99",
                    "Forwarded: proto=https;X-Forwarded-Proto: http | https://inner:8480"
                })
        void theyLeadWhereItWasAsked(String headers, String origin) throws IOException {
            String lines = headers.replace(";", "\n").replace('#', ';') + "\n";
            assertEquals(origin, origin(proxied, "HTTP/1.1", "Host: inner:8480\n" + lines));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-Forwarded-Proto: javascript",
                    "X-Forwarded-Host: evil.test/path",
                    "X-Forwarded-Host: a b",
                    "X-Forwarded-Host: <script>",
                    "X-Forwarded-Host: user@evil.test",
                    "X-Forwarded-Host: evil.test:99999",
                    "X-Forwarded-Host: ,",
                    "X-Forwarded-Port: -1",
                    "X-Forwarded-Port: 65536",
                    "X-Forwarded-Prefix: //evil.test",
                    "X-Forwarded-Prefix: /a\"b",
                    "X-Forwarded-Prefix: /a>b",
                    "X-Forwarded-Prefix: /%0d%0aX: y",
                    "Forwarded: host=\"<script>\"",
                    "Forwarded: host=",
                    "Forwarded: ;;;,,,\"\\",
                    "Forwarded: proto=\"https"
                })
        void nonsenseItIsNotUsed(String header) throws IOException {
            assertEquals("http://inner:8480", origin(proxied, "HTTP/1.1", "Host: inner:8480\n" + header + "\n"));
        }

        @Test
        void hugeValuesTheyAreNotUsed() throws IOException {
            String huge = "x".repeat(3_000);
            for (String header : new String[] {"X-Forwarded-Host: ", "X-Forwarded-Prefix: /", "Forwarded: host="}) {
                assertEquals(
                        "http://inner:8480", origin(proxied, "HTTP/1.1", "Host: inner:8480\n" + header + huge + "\n"));
            }
        }

        @Test
        void aPrefixFilesAreBelowIt() throws IOException {
            try (RawClient client = RawClient.connect(proxied.url())) {
                client.send("""
                        GET /v2/collections?limit=1 HTTP/1.1
                        Host: inner
                        Authorization: Bearer some-token
                        X-Forwarded-Prefix: /fermata

                        """);
                String link = RawClient.header(client.readAnswer(), "Link");
                assertTrue(link.startsWith("<http://inner/fermata/v2/collections?"), link);
                assertFalse(link.contains("\n"), link);
            }
        }
    }

    /** That of the link to the next page. */
    private static String origin(Fermata fermata, String version, String headers) throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            client.send(
                    "GET /v2/collections?limit=1 " + version + "\nAuthorization: Bearer some-token\n" + headers + "\n");
            String answer = client.readAnswer();
            String link = RawClient.header(answer, "Link");
            assertTrue(link.contains("/v2/collections?"), answer);
            return link.substring(1, link.indexOf("/v2/collections?"));
        }
    }
}
