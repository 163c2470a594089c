package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose bodies are compressed. */
class ContentCodingTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Fermata fermata;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "x-gzip", "GZip", "deflate", "raw deflate", "deflate, gzip", "identity", "gzip, identity"
            })
    void aBodyIsDecoded(String codings) throws Exception {
        byte[] pdf = SheetMusic.of("Vivace").pages(2).pdf();
        String json = "{\"supportsTasks\":true,\"dataEncoding\":\"base64\",\"data\":\""
                + Base64.getEncoder().encodeToString(pdf) + "\"}";
        HttpResponse<String> imported =
                post(fermata.flatUrl() + "/scores", "application/json", codings, json.getBytes(StandardCharsets.UTF_8));
        assertEquals(202, imported.statusCode(), imported.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw deflate"})
    void aFormIsDecoded(String codings) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("""
                --x
                Content-Disposition: form-data; name="pdf"; filename="a.pdf"
                Content-Type: application/pdf

                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(SheetMusic.of("Vivace").pages(2).pdf());
        form.writeBytes("\r\n--x\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nmidi\r\n--x--\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> converted = post(
                fermata.scoreFlowUrl() + "/convert", "multipart/form-data; boundary=x", codings, form.toByteArray());
        assertEquals(202, converted.statusCode(), converted.body());
    }

    @Test
    void anUnknownCodingIsNamed() throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> byFlat = post(fermata.flatUrl() + "/scores", "application/json", "br", body);
        HttpResponse<String> byScoreFlow =
                post(fermata.scoreFlowUrl() + "/convert", "multipart/form-data; boundary=x", "gzip, br", body);
        HttpResponse<String> byControl =
                post(fermata.url() + "/_fermata/worlds/default/clock/advance", "application/json", "zstd", body);
        assertAll(
                () -> assertEquals(415, byFlat.statusCode(), byFlat.body()),
                () -> assertTrue(byFlat.body().contains("content coding br is not supported"), byFlat.body()),
                () -> assertEquals(415, byScoreFlow.statusCode(), byScoreFlow.body()),
                () -> assertTrue(byScoreFlow.body().contains("br"), byScoreFlow.body()),
                () -> assertEquals(415, byControl.statusCode(), byControl.body()),
                () -> assertTrue(byControl.body().contains("zstd"), byControl.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "gzip, gzip"})
    void theLimitIsThatOfTheDecodedBody(String codings) throws Exception {
        byte[] bomb = new byte[80 << 20];
        HttpResponse<String> refused = post(fermata.flatUrl() + "/scores", "application/json", codings, bomb);
        assertEquals(413, refused.statusCode(), refused.body());
        assertEquals(0, filesLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aBodyThatIsNotInItsCodingIsRefused(String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fermata.flatUrl() + "/scores"))
                .header("Authorization", "Bearer some-token")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofString("this is plain text"))
                .build();
        HttpResponse<String> refused = HTTP.send(request, BodyHandlers.ofString());
        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains(coding), refused.body());
        assertEquals(0, filesLeft());
    }

    @Test
    void aBodyThatWasAskedForIsDecodedToo() throws Exception {
        byte[] body = encoded("{\"title\":7}".getBytes(StandardCharsets.UTF_8), "gzip");
        try (RawClient client = RawClient.connect(fermata.url())) {
            client.send("POST /v2/scores HTTP/1.1\nHost: localhost\nAuthorization: Bearer some-token\n"
                    + "Content-Type: application/json\nContent-Encoding: gzip\nExpect: 100-continue\nContent-Length: "
                    + body.length + "\n\n");
            assertEquals("HTTP/1.1 100 Continue", client.readHead().strip());
            String refused = client.send(body).readAnswer();
            assertTrue(refused.startsWith("HTTP/1.1 400"), refused);
            assertTrue(refused.contains("title"), refused);
        }
    }

    private static long filesLeft() throws IOException {
        try (var files = Files.walk(fermata.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("body-"))
                    .count();
        }
    }

    private static HttpResponse<String> post(String url, String type, String codings, byte[] plain) throws Exception {
        byte[] body = plain;
        for (String coding : codings.split(", ", -1)) {
            body = encoded(body, coding);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer some-token")
                .header("Content-Type", type)
                .header("Content-Encoding", codings.replace("raw ", ""))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static byte[] encoded(byte[] plain, String coding) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip", "x-gzip", "GZip" -> new GZIPOutputStream(into);
            case "deflate" -> new DeflaterOutputStream(into);
            case "raw deflate" -> new DeflaterOutputStream(into, new Deflater(9, true));
            default -> into;
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into.toByteArray();
    }
}
